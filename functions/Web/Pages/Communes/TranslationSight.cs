using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Drafting;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Memory;
using Dissemination.Translation.Review;
using Dissemination.Translation.Segments;
using Dissemination.Translation.Variants;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A translation with its source and what its reader may do with it.</summary>
/// <param name="Refusal">Why the reader may not work at it; null where he or she may.</param>
/// <param name="Findings">What the checks find in it.</param>
/// <param name="History">What was done with it, newest first.</param>
/// <param name="Common">The common text, where this is a commune's own variant.</param>
/// <param name="Variants">The communes' own variants, where this is the common text.</param>
/// <param name="WhyNoVariant">Why the reader cannot begin one; null where he or she can.</param>
internal sealed record TranslationSight(
    Row<TranslatedVersion> Row,
    ItemContent Source,
    Problem? Refusal,
    ImmutableArray<SegmentSight> Segments,
    ImmutableArray<FindingSight> Findings,
    ImmutableArray<Comment> Comments,
    ImmutableArray<HistoryEntry> History,
    TranslatedVersion? Common,
    ImmutableArray<TranslatedVersion> Variants,
    Problem? WhyNoVariant,
    DirectorySnapshot Directory)
{
    public TranslatedVersion Translation => Row.Value;

    /// <summary>The other spelling that empty segments can be converted from; null where there are none or it has no words for them.</summary>
    public LanguageTag? ConvertsFrom { get; init; }

    /// <summary>The table that conversion goes by.</summary>
    public SpellingInForce Spelling { get; init; } = SpellingInForce.Default;

    /// <summary>The commune whose own variant it is; null for the common text.</summary>
    public Commune? Own => CommuneOf(Translation);

    public Commune? CommuneOf(TranslatedVersion variant) => variant.Commune is { } id ? Directory.Find(id) : null;

    /// <summary>What was found that belongs to no one segment.</summary>
    public IEnumerable<FindingSight> FindingsOfAll => Findings.Where(found => !Segments.Any(segment => segment.Findings.Contains(found)));

    public IEnumerable<Comment> CommentsOfAll => Comments.Where(comment => comment.Segment is not { } place || place > Segments.Length);

    public string NameOf(PersonId id) => Directory.Find(id)?.Name ?? id.Value;

    public string NameOf(string who) => PersonId.TryParse(who, null, out var id) ? NameOf(id) : who;
}

/// <summary>Reads what the page of a translation shows: eight transactions, and one more each where its original changed and where its language has another spelling.</summary>
internal sealed class TranslationSights(
    Translations translations,
    CommuneVariants variants,
    TranslationComments comments,
    TextJudge judge,
    GlossaryStore glossaries,
    MemoryCatalog memory,
    OtherSpellings otherSpellings,
    SpellingStore spellings,
    Items items,
    DirectoryStore directories)
{
    /// <summary>A look-up takes milliseconds, and nobody translates more at one sitting.</summary>
    private const int MostLookedUp = 50;

    public async Task<TranslationSight?> FindAsync(TextId text, Person reader, CancellationToken cancellation)
    {
        var version = text.Version;
        if (await translations.FindAsync(text, cancellation) is not { Value: var translation } row
            || await items.RevisionAsync(version.Item, version.Revision, cancellation) is not { } revision)
        {
            return null;
        }

        var directory = await directories.CurrentAsync(cancellation);
        ImmutableArray<FindingSight> findings =
        [
            .. (await judge.JudgeAsync(translation, revision.Content, cancellation))
                .Select(finding => new FindingSight(finding, translation.Dismissals.FirstOrDefault(dismissal => dismissal.Finding == finding.Key))),
        ];
        ImmutableArray<Comment> said = [.. await comments.OfAsync(text, cancellation).ToListAsync(cancellation)];
        var before = await BeforeAsync(translation, cancellation);
        var source = SegmentedText.Of(revision.Content.Text);
        return new(
            row,
            revision.Content,
            await WithdrawnAsync(version.Item, cancellation) ?? TranslationAccess.Check(reader, text, revision.Content, directory),
            await WithMemoryAsync(version.Language, SegmentSight.Of(translation, source, before, findings, said, await glossaries.MatcherOfAsync(version.Language, cancellation)), cancellation),
            findings,
            said,
            [.. await HistoryAsync(text, cancellation)],
            text.IsVariant ? (await translations.FindAsync(version, cancellation))?.Value : null,
            text.IsVariant ? [] : [.. await variants.OfAsync(version, cancellation).Select(variant => variant.Value).ToListAsync(cancellation)],
            text.IsVariant ? null : await variants.WhyNotAsync(translation, revision.Content, reader, cancellation),
            directory)
        {
            ConvertsFrom = await ConvertsFromAsync(translation, source, cancellation),
            Spelling = await spellings.CurrentAsync(cancellation),
        };
    }

    private async Task<Problem?> WithdrawnAsync(ItemId item, CancellationToken cancellation) =>
        await items.FindAsync(item, cancellation) is { Value.Withdrawal: { } withdrawal } ? new(nameof(ProblemTexts.ItemWithdrawn), null, withdrawal.Reason) : null;

    private async Task<LanguageTag?> ConvertsFromAsync(TranslatedVersion translation, SegmentedText source, CancellationToken cancellation) =>
        translation.Segments.Any(segment => segment.Target is null)
        && await otherSpellings.FindAsync(translation.Id, source, cancellation) is { } other
        && PairedSegment.Of(source, translation.Segments).Any(piece => other.WordsFor(piece) is not null)
            ? other.Language
            : null;

    /// <summary>Looks in the memory for what is like the first open segments.</summary>
    private async Task<ImmutableArray<SegmentSight>> WithMemoryAsync(LanguageTag language, ImmutableArray<SegmentSight> segments, CancellationToken cancellation)
    {
        var sights = segments.ToBuilder();
        foreach (var open in segments.Where(segment => segment is { Segment.IsOpen: true, Source.Length: > 0 }).Take(MostLookedUp))
        {
            sights[open.Place] = open with { Like = (await memory.FindAsync(language, open.Source, cancellation)).FirstOrDefault() };
        }

        return sights.MoveToImmutable();
    }

    private async Task<SegmentedText?> BeforeAsync(TranslatedVersion translation, CancellationToken cancellation) =>
        translation.Id.Revision > 1
        && translation.Segments.Any(segment => segment.Mark is SegmentMark.NeedsEdit)
        && await items.RevisionAsync(translation.Id.Item, translation.Id.Revision - 1, cancellation) is { } before
            ? SegmentedText.Of(before.Content.Text)
            : null;

    private async Task<IEnumerable<HistoryEntry>> HistoryAsync(TextId text, CancellationToken cancellation) =>
        (await items.HistoryPageAsync(text.Item, continuation: null, size: 200, cancellation)).Rows
            .Select(row => row.Value)
            .Where(entry => entry.Language == text.Language.Value && entry.Revision == text.Revision && entry.Commune == text.Commune?.Value);
}
