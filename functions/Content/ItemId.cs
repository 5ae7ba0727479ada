using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>An article, slogan, quote or picture poster, stable over its revisions.</summary>
[JsonConverter(typeof(StringIdConverter<ItemId>))]
internal readonly record struct ItemId(string Value) : IStringId<ItemId>
{
    public override string ToString() => Value;

    public static ItemId Parse(string s, IFormatProvider? provider) => IStringId<ItemId>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ItemId result)
    {
        result = new(s ?? "");
        return Slug.IsValid(s);
    }
}
