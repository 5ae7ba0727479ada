using Dissemination.Translation.Memory;

using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;


namespace Dissemination.Tests.Translation.Memory;

public sealed class MemoryIndexTests
{
    [Theory]
    [InlineData("Bà con trồng 40.000 ha mắc ca.", nameof(MatchKind.Exact), 100, "A 40.000 b 2030")]
    [InlineData("Bà  con TRỒNG 40.000 ha mắc ca .", nameof(MatchKind.WrittenOtherwise), 99, "A 40.000 b 2030")]
    [InlineData("Bà con trồng 41.500 ha mắc ca.", nameof(MatchKind.OtherNumbers), 99, "A 41.500 b 2030")]
    [InlineData("Bà con trồng 40.000 ha cà phê.", nameof(MatchKind.Fuzzy), 75, "A 40.000 b 2030")]
    public void A_match_says_in_what_it_differs(string source, string kind, int percent, string target)
    {
        var match = Assert.Single(Index(MemoryTexts.Segment("Bà con trồng 40.000 ha mắc ca.", "A 40.000 b 2030")).Find(source));
        Assert.Equal(
            (kind, percent, target, kind is not nameof(MatchKind.Exact)),
            (match.Kind.ToString(), match.Percent, match.Target, match.NeedsReview));
    }

    [Fact]
    public void Letters_and_marks_may_be_composed_either_way() =>
        Assert.Equal(
            MatchKind.Exact,
            Index(MemoryTexts.Segment("Giữ rừng", "a")).Find("Giữ rừng".Normalize(System.Text.NormalizationForm.FormD))[0].Kind);

    [Theory]
    [InlineData("Năm 2025 cả tỉnh có thêm 3 xã", "2025: ba", "Năm 2026 cả tỉnh có thêm 4 xã")]
    [InlineData("Thêm 3 nhà, 3 bản của xã", "3 a, 3 b", "Thêm 4 nhà, 5 bản của xã")]
    [InlineData("Cả xã giảm nghèo 3 phần", "3 a 3", "Cả xã giảm nghèo 4 phần")]
    [InlineData("Cả xã có 5.000 cây", "5 000 a", "Cả xã có 6.000 cây")]
    public void Numbers_are_not_replaced_where_there_is_a_doubt(string source, string target, string wanted)
    {
        var match = Assert.Single(Index(MemoryTexts.Segment(source, target)).Find(wanted));
        Assert.Equal((MatchKind.Fuzzy, target), (match.Kind, match.Target));
    }

    [Fact]
    public void Numbers_are_replaced_all_at_once() =>
        Assert.Equal("7 a 5 b 100%", Index(MemoryTexts.Segment("5 nhà 7 bản 100%", "5 a 7 b 100%")).Find("7 nhà 5 bản 100%")[0].Target);

    [Fact]
    public void A_text_of_many_numbers_is_found_though_most_of_its_tokens_differ() =>
        Assert.Equal("8/9: 6", Assert.Single(Index(MemoryTexts.Segment("1/2: 3", "1/2: 3")).Find("8/9: 6")).Target);

    [Fact]
    public void Of_equally_near_ones_the_one_with_fewer_other_letters_comes_first() =>
        Assert.Equal(
            ["gần", "xa"],
            Index(
                MemoryTexts.Segment("bà con trồng rừng khuya", "xa", day: 9),
                MemoryTexts.Segment("bà con trồng rừng thừa", "gần", "khac")).Find("bà con trồng rừng thưa").Select(match => match.Target));

    [Fact]
    public void The_same_words_approved_twice_are_told_once_and_another_translation_of_them_too() =>
        Assert.Equal(
            ["b", "a"],
            Index(
                MemoryTexts.Segment("Giữ rừng", "a"),
                MemoryTexts.Segment("Giữ rừng", "a", "hai", 2),
                MemoryTexts.Segment("Giữ rừng", "b", "ba", 3)).Find("Giữ rừng").Select(match => match.Target));

    [Fact]
    public void At_most_five_are_told()
    {
        var index = Index(
            [.. Enumerable.Range(0, 200)
                .Select(
                    number => MemoryTexts.Segment(
                        $"bà con ở bản {(char)('a' + (number % 26))}{(char)('a' + (number / 26))}", "a", $"bai-{number}"))]);
        Assert.Equal(5, index.Find("bà con ở bản mo").Length);
    }

    [Fact]
    public void Nothing_is_like_a_text_without_tokens() =>
        Assert.Empty(Index(MemoryTexts.Segment("a", "b"), MemoryTexts.Segment(" ", "c")).Find(" \n"));

    [Property]
    public Property It_finds_what_looking_at_each_segment_finds() => Prop.ForAll(
        MemoryTexts.Text.ListOf().ToArbitrary(),
        MemoryTexts.Text.ToArbitrary(),
        (sources, wanted) =>
        {
            var index = Index([.. sources.Select((source, number) => MemoryTexts.Segment(source, "không số", $"bai-{number}"))]);
            var expected = sources.Distinct(StringComparer.Ordinal).Select(source => Percent(source, wanted))
                .Where(percent => percent >= MemoryIndex.LeastPercent).OrderDescending();
            var found = index.Find(wanted, MemoryIndex.LeastPercent, int.MaxValue);
            Assert.Equal(expected, found.Select(match => match.Percent));
            Assert.All(found, match => Assert.Equal(match.Segment.Source == wanted, match.Percent == 100));
        });

    [Property]
    public Property What_is_removed_is_not_found_and_the_rest_is() => Prop.ForAll(
        MemoryTexts.Text.NonEmptyListOf().ToArbitrary(),
        sources =>
        {
            var index = Index([.. sources.Select((source, number) => MemoryTexts.Segment(source, $"t{number}", $"bai-{number}"))]);
            index.Remove(MemoryTexts.Version("bai-0").ToString());
            Assert.Equal(sources.Count - 1, index.Count);
            Assert.All(
                sources.Index().Skip(1),
                source => Assert.Contains(index.Find(source.Item, 100, int.MaxValue), match => match.Target == $"t{source.Index}"));
            Assert.DoesNotContain(index.Find(sources[0], 1, int.MaxValue), match => match.Segment.Version == MemoryTexts.Version("bai-0"));
        });

    [Fact]
    public void What_was_removed_leaves_no_trace_after_a_sweep()
    {
        var index = Index(
            [.. Enumerable.Range(0, 3_000).Select(number => MemoryTexts.Segment($"bà con ở bản x{number}y", "a", $"bai-{number}"))]);
        foreach (var number in Enumerable.Range(0, 2_999))
        {
            index.Remove(MemoryTexts.Version($"bai-{number}").ToString());
        }

        Assert.Equal("bà con ở bản x2999y", Assert.Single(index.Find("bà con ở bản x2999y", 1, int.MaxValue)).Segment.Source);
    }

    private static MemoryIndex Index(params MemorySegment[] segments)
    {
        var index = new MemoryIndex();
        foreach (var segment in segments)
        {
            index.Add(segment);
        }

        return index;
    }

    /// <summary>By the definition, without an index.</summary>
    private static int Percent(string source, string wanted)
    {
        string[] a =
            [.. MemoryText.Of(source).Tokens.Select(token => token.Folded)], b =
                [.. MemoryText.Of(wanted).Tokens.Select(token => token.Folded)];
        return source == wanted ? 100
            : a.SequenceEqual(b, StringComparer.Ordinal) ? 99
            : MemoryMatch.PercentOf(LevenshteinDistance.Of<string>(a, b, int.MaxValue - 1), Math.Max(a.Length, b.Length));
    }
}
