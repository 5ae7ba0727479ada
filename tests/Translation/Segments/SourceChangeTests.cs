using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Translation.Segments;
using FsCheck.Xunit;

namespace Dissemination.Tests.Translation.Segments;

public sealed class SourceChangeTests
{
    private const string Before = "Câu một. Câu hai. Câu ba.\n\n- Điểm một.\n- Điểm hai.";

    [Fact]
    public void Just_the_changed_segment_needs_an_edit_and_the_rest_keeps_its_words()
    {
        var carried = Carry(Before, "Câu một. Câu hai mới. Câu ba.\n\n- Điểm một.\n- Điểm hai.");

        Assert.Equal(["t0", "t1", "t2", "t3", "t4"], carried.Select(segment => segment.Target));
        Assert.Equal([1], Marked(carried));
    }

    [Fact]
    public void A_new_segment_is_empty_and_a_segment_that_is_gone_takes_its_words_along()
    {
        Assert.Equal(
            ["t0", "t1", null, "t2", "t3", "t4"],
            Carry(Before, "Câu một. Câu hai. Câu mới. Câu ba.\n\n- Điểm một.\n- Điểm hai.").Select(segment => segment.Target));
        var shorter = Carry(Before, "Câu một. Câu ba.\n\n- Điểm một.\n- Điểm hai.");
        Assert.Equal(["t0", "t2", "t3", "t4"], shorter.Select(segment => segment.Target));
        Assert.Empty(Marked(shorter));
    }

    [Fact]
    public void Words_that_run_together_are_kept_as_long_as_all_they_stand_for_is()
    {
        ImmutableArray<TranslatedSegment> together =
            [new(TextPart.Body, 3, "ba câu"), new(TextPart.Body, 1, "t3"), new(TextPart.Body, 1, "t4")];

        var kept = SourceChange.CarryOver(Cut(Before), Cut(Before.Replace("Điểm hai", "Điểm khác", StringComparison.Ordinal)), together);
        var broken = SourceChange.CarryOver(Cut(Before), Cut(Before.Replace("Câu hai", "Câu khác", StringComparison.Ordinal)), together);

        Assert.Equal(
            [("ba câu", 3, SegmentMark.None), ("t3", 1, SegmentMark.None), ("t4", 1, SegmentMark.NeedsEdit)],
            kept.Select(segment => (segment.Target, segment.Count, segment.Mark)));
        Assert.Equal(("ba câu", 1, SegmentMark.NeedsEdit), (broken[0].Target, broken[0].Count, broken[0].Mark));
        Assert.Equal(5, broken.Sum(segment => segment.Count));
    }

    [Fact]
    public void A_whole_part_needs_an_edit_where_only_the_number_of_a_point_changed()
    {
        ImmutableArray<TranslatedSegment> whole = [new(TextPart.Body, 2, "1. a\n2. b", IsWholePart: true)];
        var before = Cut("1. Điểm một.\n2. Điểm hai.");

        Assert.Equal(SegmentMark.None, Assert.Single(SourceChange.CarryOver(before, Cut("1. Điểm một.\n2. Điểm hai."), whole)).Mark);
        Assert.Equal(SegmentMark.NeedsEdit, Assert.Single(SourceChange.CarryOver(before, Cut("1. Điểm một.\n3. Điểm hai."), whole)).Mark);
    }

    [Property(MaxTest = 500)]
    public bool Whatever_changes_every_segment_has_its_place_and_just_what_stays_is_kept(int[] before, int[] now)
    {
        var (old, changed) = (Cut(Build(before)), Cut(Build(now)));
        ImmutableArray<TranslatedSegment> translated =
            [.. old.Segments.Select(segment => new TranslatedSegment(segment.Part, 1, "→" + segment.Text))];

        var carried = SourceChange.CarryOver(old, changed, translated);

        var flags = SourceChange.Changed(old, changed);
        return carried.Length == changed.Segments.Count()
            && carried.Zip(changed.Segments).Zip(flags)
                .All(
                    each => each.Second == (
                        each.First.First.Target != "→" + each.First.Second.Text || each.First.First.Mark is SegmentMark.NeedsEdit));
    }

    private static string Build(int[] words) =>
        words.Length == 0 ? "Câu." : string.Join(" ", words.Select(word => $"Câu {Math.Abs(word % 5)}."));

    private static SegmentedText Cut(string body) => SegmentedText.Of(new VersionText(null, null, body));

    private static ImmutableArray<TranslatedSegment> Carry(string before, string now)
    {
        var source = Cut(before);
        return SourceChange.CarryOver(
            source, Cut(now), [.. source.Segments.Select((segment, index) => new TranslatedSegment(segment.Part, 1, $"t{index}"))]);
    }

    private static IEnumerable<int> Marked(ImmutableArray<TranslatedSegment> segments) =>
        segments.Select((segment, index) => (segment, index)).Where(each => each.segment.Mark is SegmentMark.NeedsEdit)
            .Select(each => each.index);
}
