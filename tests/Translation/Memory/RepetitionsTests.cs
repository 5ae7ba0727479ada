using System.Collections.Immutable;
using Dissemination.Translation.Memory;
using Dissemination.Translation.Segments;

namespace Dissemination.Tests.Translation.Memory;

public sealed class RepetitionsTests
{
    private static readonly SegmentedText Source = SegmentedText.Of(new("Giữ rừng", null, "Bà con ơi.\n\nGiữ rừng\n\nBà con ơi.\n\nHết."));

    [Fact]
    public void What_comes_again_is_filled_in_to_be_looked_at() =>
        Assert.Equal(
            [("a", SegmentMark.None), ("b", SegmentMark.None), (
                "a", SegmentMark.FromMemory), ("b", SegmentMark.FromMemory), (null, SegmentMark.None)],
            Repetitions.Fill(Source, Segments("a", "b", null, null, null)).Select(segment => (segment.Target, segment.Mark)));

    [Fact]
    public void What_was_written_otherwise_stays() =>
        Assert.Equal(
            ["a", "b", "c", "d", null],
            Repetitions.Fill(Source, [.. Segments("a", "b", "c", "d", null)]).Select(segment => segment.Target));

    [Fact]
    public void A_draft_is_not_spread()
    {
        var segments = Segments("a", null, null, null, null);
        Assert.Null(Repetitions.Fill(Source, segments.SetItem(0, segments[0] with { Mark = SegmentMark.MachineDraft }))[2].Target);
    }

    [Fact]
    public void Segments_that_run_together_are_passed_over_with_all_that_they_cover()
    {
        TranslatedSegment together = new(TextPart.Body, 2, "b c");
        var filled = Repetitions.Fill(Source, [.. Segments("a", null)[..1], together, .. Segments(null, null)]);
        Assert.Equal(["a", "b c", null, null], filled.Select(segment => segment.Target));
        Assert.Equal([new MemoryPair("Giữ rừng", "a")], MemoryPair.Of(Source, filled));
    }

    private static ImmutableArray<TranslatedSegment> Segments(params string?[] targets) =>
        [.. targets.Select((target, at) => new TranslatedSegment(at == 0 ? TextPart.Title : TextPart.Body, 1, target))];
}
