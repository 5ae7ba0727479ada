using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Directory;

/// <summary>A destination of a commune, written <c>bung-lao.telegram</c>.</summary>
[JsonConverter(typeof(StringIdConverter<DestinationId>))]
internal readonly record struct DestinationId(CommuneId Commune, string Name) : IStringId<DestinationId>
{
    public override string ToString() => $"{Commune}.{Name}";

    public static DestinationId Parse(string s, IFormatProvider? provider) => IStringId<DestinationId>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DestinationId result)
    {
        result = default;
        if (s?.Split('.') is not [var commune, var name] || !Slug.IsValid(commune) || !Slug.IsValid(name))
        {
            return false;
        }

        result = new(new CommuneId(commune), name);
        return true;
    }
}
