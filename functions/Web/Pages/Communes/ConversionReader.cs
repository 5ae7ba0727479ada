using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Translation.Drafting;
using Dissemination.Translation.Review;
using Dissemination.Translation.Segments;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Looks for words in the other spelling of a language: one transaction where it has one and segments are empty.</summary>
internal sealed class ConversionReader(OtherSpellingReader otherSpellings, SpellingStore spellings)
{
    public async Task<ConversionView> ReadAsync(
        TranslatedVersion translation, SegmentedText source, CancellationToken cancellationToken) =>
        new(await FromAsync(translation, source, cancellationToken), await spellings.CurrentAsync(cancellationToken));

    private async Task<LanguageTag?> FromAsync(
        TranslatedVersion translation, SegmentedText source, CancellationToken cancellationToken) =>
        translation.Segments.Any(segment => segment.Target is null)
        && await otherSpellings.FindAsync(translation.Id, source, cancellationToken) is { } other
        && PairedSegment.Of(source, translation.Segments).Any(piece => other.WordsFor(piece) is not null)
            ? other.Language
            : null;
}
