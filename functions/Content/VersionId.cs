using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>
/// One language version: a revision of an item in one language, written <c>khai-mac.2.blt-Tavt</c>. Vietnamese is the original, any other a
/// translation.
/// </summary>
[JsonConverter(typeof(StringIdConverter<VersionId>))]
internal readonly record struct VersionId(ItemId Item, int Revision, LanguageTag Language) : IStringId<VersionId>
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Item}.{Revision}.{Language}");

    public static VersionId Parse(string s, IFormatProvider? provider) => IStringId<VersionId>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out VersionId result)
    {
        result = default;
        if (s?.Split('.') is not [var item, var revision, var language]
            || !ItemId.TryParse(item, provider, out var itemId)
            || !int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !LanguageTag.TryParse(language, provider, out var tag))
        {
            return false;
        }

        result = new(itemId, number, tag);
        return true;
    }
}
