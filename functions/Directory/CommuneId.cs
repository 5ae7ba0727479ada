using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Directory;

/// <summary>A commune or ward, for example <c>bung-lao</c>.</summary>
[JsonConverter(typeof(StringIdConverter<CommuneId>))]
internal readonly record struct CommuneId(string Value) : IStringId<CommuneId>
{
    public override string ToString() => Value;

    public static CommuneId Parse(string s, IFormatProvider? provider) => IStringId<CommuneId>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CommuneId result)
    {
        result = new(s ?? "");
        return Slug.IsValid(s);
    }
}
