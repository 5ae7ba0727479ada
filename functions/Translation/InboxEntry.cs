using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation;

/// <summary>An open translation as an inbox lists it.</summary>
/// <param name="Headline">Of the Vietnamese original.</param>
/// <param name="Communes">The communes that wait for it.</param>
/// <param name="Since">Since when it is in this state.</param>
/// <param name="Segments">How many segments its original has.</param>
/// <param name="OpenSegments">How many of them nobody has written or kept yet.</param>
/// <param name="Variant">The commune whose own variant it is; null for the translation itself.</param>
internal sealed record InboxEntry(
    VersionId Version,
    ItemKind Kind,
    string Headline,
    TranslationState State,
    bool Sample,
    ImmutableArray<CommuneId> Communes,
    DateTimeOffset Since,
    int Segments,
    int OpenSegments,
    Assignment? Assignment,
    Claim? Claim,
    CommuneId? Variant = null)
{
    /// <summary>All who wrote at it: none of them is asked to check it. Empty where it was stored before that was kept.</summary>
    public ImmutableArray<PersonId> Editors { get; init => field = value.IsDefault ? [] : value; } = [];

    public static InboxEntry Of(TranslationChange change)
    {
        var translation = change.After;
        var communes = translation.Commune is { } own
            ? [own]
            : TranslationAccess.CommunesOf(change.Content, translation.Id.Language, change.Directory).Select(commune => commune.Id);
        return new(
            translation.Id,
            change.Content.Kind,
            change.Item.Value.Headline,
            translation.State,
            translation.Sample,
            [.. communes],
            translation.ChangedAt,
            translation.Segments.Length,
            translation.OpenSegments,
            translation.Assignment,
            translation.Claim,
            translation.Commune)
        {
            Editors = translation.Editors,
        };
    }

    [JsonIgnore]
    public TextId Text => new(Version, Variant);

    /// <summary>Whether a commune waits for it, or one that became part of it did.</summary>
    public bool IsFor(CommuneId commune, DirectorySnapshot directory) => Communes.Any(waiting => directory.Successor(waiting) == commune);

    /// <summary>Whether it should have been finished by then.</summary>
    public bool IsLateAt(DateTimeOffset now) => Assignment?.DueAt < now;
}
