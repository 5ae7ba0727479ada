using Dissemination.Content;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Review;

/// <summary>Finds what an item says in the other spelling of a translation's language.</summary>
internal sealed class OtherSpellingReader(TranslationService translations)
{
    /// <summary>One transaction; none where the language has no other spelling.</summary>
    public async Task<OtherSpelling?> FindAsync(VersionId version, SegmentedText source, CancellationToken cancellationToken) =>
        OtherSpelling.SourceOf(version.Language) is { } language
        && await translations.FindAsync(version with { Language = language }, cancellationToken) is { Value: var other }
            ? OtherSpelling.Of(language, version.Language, PairedSegment.Of(source, other.Segments))
            : null;
}
