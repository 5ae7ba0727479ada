using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace Dissemination.Channels;

/// <summary>A setting that names a server: an address of http or https without a path.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ServerAddressAttribute() : ValidationAttribute("{0} has to be an address of http or https without a path.")
{
    public override bool IsValid(object? value) => TryParse(value as string, out _);

    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && address is { Scheme: "http" or "https", AbsolutePath: "/" };
}
