using System.Collections.Immutable;
using Dissemination.Problems;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Segments;
using FsCheck.Xunit;

namespace Dissemination.Tests.Translation.Exchange;

public sealed class ExchangeMatchTests
{
    private static readonly ImmutableArray<CurrentSegment> Now = [new("b1", "Một dòng\nnữa", null), new("b2", "Hai", "Aoz")];

    [Theory]
    [InlineData("b1", "Một dòng\nnữa", "Iz", null)]
    [InlineData("b1", "Mô\u0323t dòng\r\nnữa", "Iz", null)]
    [InlineData("b1", "Một\u00A0dòng nữa", "Iz", null)]
    [InlineData("b1", "\n      Một dòng\n      nữa\n    ", "Iz", null)]
    [InlineData("b2", "Hai", "Ob", null)]
    [InlineData("b1", "Một", "Iz", nameof(ProblemTexts.ExchangeSourceChanged))]
    [InlineData("b3", "Ba", "Peb", nameof(ProblemTexts.ExchangeUnitUnknown))]
    [InlineData("b1", "Một dòng\nnữa", null, nameof(ProblemTexts.ExchangeTargetEmpty))]
    [InlineData("b2", "Hai", " \n", nameof(ProblemTexts.ExchangeTargetEmpty))]
    [InlineData("b2", "Hai", "Aoz", nameof(ProblemTexts.ExchangeUnchanged))]
    public void A_unit_is_taken_or_refused_with_its_reason(string id, string source, string? target, string? reason)
    {
        var match = ExchangeMatch.Of(Now, [new(id, TextPart.Body, source, target, ExchangeState.Translated)]);

        Assert.Equal(reason, match.Refused.SingleOrDefault()?.Reason.Code);
        Assert.Equal(reason is null ? target : null, match.Taken.SingleOrDefault()?.Target);
    }

    [Fact]
    public void Words_are_taken_in_the_form_in_which_they_are_kept() =>
        Assert.Equal(
            "ế\nx",
            Assert.Single(
                ExchangeMatch.Of(Now, [new("b2", TextPart.Body, "Hai", "e\u0302\u0301\r\nx", ExchangeState.Translated)]).Taken).Target);

    [Theory]
    [InlineData("b2", "Hai", "\n      Ob\n      tug\n    ", "Ob tug")]
    [InlineData("b1", "Một dòng\nnữa", "\n\tIb kab\n\tntxiv\n", "Ib kab\nntxiv")]
    [InlineData("b2", "Hai", "Ob\u00A0tug", "Ob\u00A0tug")]
    public void A_target_loses_the_indents_of_a_file_that_was_printed_prettily_and_no_other_space(
        string id, string source, string target, string taken) =>
        Assert.Equal(
            taken, Assert.Single(ExchangeMatch.Of(Now, [new(id, TextPart.Body, source, target, ExchangeState.Translated)]).Taken).Target);

    [Fact]
    public void A_source_whose_tone_marks_were_placed_otherwise_has_not_changed() =>
        Assert.Single(
            ExchangeMatch.Of(
                [new("s", "Hoà bình, thuỷ lợi", null)],
                [new("s", TextPart.Body, "Hòa bình, thủy lợi", "Iz", ExchangeState.Translated)]).Taken);

    [Theory]
    [InlineData("Hai", nameof(ProblemTexts.ExchangeTargetEmpty))]
    [InlineData("Ob", nameof(ProblemTexts.ExchangeUnitOpen))]
    public void What_a_file_says_is_not_translated_is_not_taken_and_told_where_it_is_no_copy_of_the_source(string target, string reason) =>
        Assert.Equal(reason, Assert.Single(ExchangeMatch.Of(Now, [new("b2", TextPart.Body, "Hai", target)]).Refused).Reason.Code);

    [Property(MaxTest = 500)]
    public bool Each_unit_is_either_taken_or_refused(int[] source, int[] target, bool changed)
    {
        var (words, translation) = (HardTexts.Of(source, null), HardTexts.Of(target, "x"));
        var match = ExchangeMatch.Of(
            [new("s", words, null)],
            [new(
                "s",
                TextPart.Body,
                changed ? words + "y" : words,
                translation,
                ExchangeState.Translated), new("other", TextPart.Body, words, translation, ExchangeState.Translated)]);

        return match.Taken.Length == (changed ? 0 : 1) && match.Taken.Length + match.Refused.Length == 2;
    }
}
