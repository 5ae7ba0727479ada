using System.Collections.Immutable;
using Dissemination.Content;

namespace Dissemination.Translation.Segments;

/// <summary>The words of a language version, cut into segments.</summary>
internal sealed record SegmentedText(ImmutableArray<SegmentedPart> Parts)
{
    public static SegmentedText Of(VersionText text) => new(
    [
        .. new[] { (TextPart.Title, text.Title), (TextPart.Summary, text.Summary), (TextPart.Body, text.Body), (
            TextPart.Pictures, text.Pictures) }
            .Where(part => !string.IsNullOrWhiteSpace(part.Item2))
            .Select(part => SegmentedPart.Of(part.Item1, part.Item2!)),
    ]);

    /// <summary>All segments, in the order in which they are read.</summary>
    public IEnumerable<(TextPart Part, string Text)> Segments => Parts.SelectMany(part => part.Segments.Select(text => (part.Part, text)));

    public SegmentedPart? Find(TextPart part) => Parts.FirstOrDefault(found => found.Part == part);
}
