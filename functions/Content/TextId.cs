using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>
/// The text of a language version: the common one, written as the version is, or a commune's own variant of it, written
/// <c>khai-mac.2.blt-Tavt~bung-lao</c>.
/// </summary>
[JsonConverter(typeof(StringIdConverter<TextId>))]
internal readonly record struct TextId(VersionId Version, CommuneId? Commune) : IStringId<TextId>
{
    public bool IsVariant => Commune is not null;

    public ItemId Item => Version.Item;

    public int Revision => Version.Revision;

    public LanguageTag Language => Version.Language;

    /// <summary>The common text of a version.</summary>
    public static implicit operator TextId(VersionId version) => new(version, null);

    public override string ToString() => $"{Version}{Keys.OfCommune(Commune?.Value)}";

    public static TextId Parse(string s, IFormatProvider? provider) => IStringId<TextId>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TextId result)
    {
        result = default;
        if (s?.Split('~') is not [var version, .. var commune] || commune is not ([] or [_])
            || !VersionId.TryParse(version, provider, out var id))
        {
            return false;
        }

        result = id;
        if (commune is not [var name])
        {
            return true;
        }

        // The original is the item itself: it has no variant.
        result = new(id, new CommuneId(name));
        return CommuneId.TryParse(name, provider, out _) && !id.Language.IsVietnamese;
    }
}
