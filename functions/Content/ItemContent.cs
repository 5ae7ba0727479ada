using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Directory;

namespace Dissemination.Content;

/// <summary>What a handed-in file says of one item, after every check: the content of a revision.</summary>
internal sealed record ItemContent
{
    public required ItemId Id { get; init; }

    public required ItemKind Kind { get; init; }

    public required VersionText Text { get; init; }

    /// <summary>Who publishes it; named on every post.</summary>
    public required string Issuer { get; init; }

    /// <summary>Whose words a quote is.</summary>
    public string? Speaker { get; init; }

    /// <summary>The resolution whose topics it covers.</summary>
    public string? Resolution { get; init; }

    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Where it is wanted; empty means everywhere.</summary>
    public ImmutableArray<CommuneId> Communes { get; init; } = [];

    /// <summary>When it may go out (UTC); null means as soon as it is approved.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>After when it may not go out any more (UTC).</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// The path in the <c>content</c> container of its one picture, where that has no words but these: so it was stored before there could
    /// be several.
    /// </summary>
    public string? Picture { get; init; }

    public string? PictureAlt { get; init; }

    /// <summary>
    /// Its pictures, where they are several or have more words. Not written where they are not, so that what was stored before keeps its
    /// hash.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<ItemPicture> Album { get; init; }

    /// <summary>The pictures that go with it, in their order.</summary>
    [JsonIgnore]
    public ImmutableArray<ItemPicture> Pictures => !Album.IsDefault ? Album : Picture is { } file ? [new(file, PictureAlt ?? "")] : [];

    /// <summary>
    /// What becomes of it where a channel takes less. Not written where nobody chose, so that what was stored before it was there keeps its
    /// hash.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Overflow Overflow { get; init; }

    /// <summary>
    /// What places get that carry no Vietnamese, as its file says. Not written where they wait, so that what was stored before keeps its
    /// hash.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Untranslated Untranslated { get; init; }

    /// <summary>
    /// How soon loudspeakers air it. Not written where it is ordinary, so that what was stored before keeps its hash.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AiringLevel Airing { get; init; }

    /// <summary>A sample, shown as one.</summary>
    public bool Sample { get; init; }

    /// <summary>What the file itself says of its approval.</summary>
    [JsonPropertyName("approval")]
    public ApprovalClaim? Claim { get; init; }

    /// <summary>The same with these pictures.</summary>
    public ItemContent With(ImmutableArray<ItemPicture> pictures)
    {
        var text = Text with { Pictures = PictureTexts.Of(pictures) };
        return pictures switch
        {
            [] => this with { Text = text, Picture = null, PictureAlt = null, Album = default },
            [{ Caption: null, Words: null } one] => this with { Text = text, Picture = one.File, PictureAlt = one.Alt, Album = default },
            _ => this with { Text = text, Picture = null, PictureAlt = null, Album = pictures },
        };
    }

    /// <summary>Whether it is wanted in a commune, or was in one that became part of the same.</summary>
    public bool IsWantedIn(CommuneId commune, DirectorySnapshot directory) =>
        Communes.IsEmpty || Communes.Any(wanted => directory.Successor(wanted) == directory.Successor(commune));
}
