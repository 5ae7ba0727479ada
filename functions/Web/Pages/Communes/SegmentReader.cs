using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Memory;
using Dissemination.Translation.Segments;

namespace Dissemination.Web.Pages.Communes;

/// <summary>
/// Reads what stands beside the segments of a translation: terms, what the memory has that is like the open ones, and what the original
/// said before. One transaction where the original changed; glossary and memory are kept.
/// </summary>
internal sealed class SegmentReader(GlossaryStore glossaries, MemoryStore memory, ItemReader items)
{
    /// <summary>A look-up takes milliseconds, and nobody translates more at one sitting.</summary>
    private const int MostLookedUp = 50;

    public async Task<ImmutableArray<SegmentView>> ReadAsync(
        TranslatedVersion translation, SegmentedText source, Remarks remarks, CancellationToken cancellationToken)
    {
        var language = translation.Id.Language;
        var before = await BeforeAsync(translation, cancellationToken);
        var terms = await glossaries.MatcherOfAsync(language, cancellationToken);
        return await WithMemoryAsync(language, SegmentView.Of(translation, source, before, remarks, terms), cancellationToken);
    }

    /// <summary>Looks in the memory for what is like the first open segments.</summary>
    private async Task<ImmutableArray<SegmentView>> WithMemoryAsync(
        LanguageTag language, ImmutableArray<SegmentView> segments, CancellationToken cancellationToken)
    {
        var views = segments.ToBuilder();
        foreach (var open in segments.Where(segment => segment is { Segment.IsOpen: true, Source.Length: > 0 }).Take(MostLookedUp))
        {
            views[open.Place] = open with { Like = (await memory.FindAsync(language, open.Source, cancellationToken)).FirstOrDefault() };
        }

        return views.MoveToImmutable();
    }

    private async Task<SegmentedText?> BeforeAsync(TranslatedVersion translation, CancellationToken cancellationToken) =>
        translation.Id.Revision > 1
        && translation.Segments.Any(segment => segment.Mark is SegmentMark.NeedsEdit)
        && await items.RevisionAsync(translation.Id.Item, translation.Id.Revision - 1, cancellationToken) is { } before
            ? SegmentedText.Of(before.Content.Text)
            : null;
}
