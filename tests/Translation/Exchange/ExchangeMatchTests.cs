using System.Collections.Immutable;
using Dissemination.Problems;
using Dissemination.Translation;
using Dissemination.Translation.Exchange;
using FsCheck.Xunit;

namespace Dissemination.Tests.Translation.Exchange;

public sealed class ExchangeMatchTests
{
    private static readonly ImmutableArray<CurrentSegment> Now = [new("b1", "Một dòng\nnữa", null), new("b2", "Hai", "Aoz")];

    [Theory]
    [InlineData("b1", "Một dòng\nnữa", "Iz", null)]
    [InlineData("b1", "Mô\u0323t dòng\r\nnữa", "Iz", null)]
    [InlineData("b2", "Hai", "Ob", null)]
    [InlineData("b1", "Một", "Iz", nameof(ProblemTexts.ExchangeSourceChanged))]
    [InlineData("b3", "Ba", "Peb", nameof(ProblemTexts.ExchangeUnitUnknown))]
    [InlineData("b1", "Một dòng\nnữa", null, nameof(ProblemTexts.ExchangeTargetEmpty))]
    [InlineData("b2", "Hai", " \n", nameof(ProblemTexts.ExchangeTargetEmpty))]
    [InlineData("b2", "Hai", "Aoz", nameof(ProblemTexts.ExchangeUnchanged))]
    public void A_unit_is_taken_or_refused_with_its_reason(string id, string source, string? target, string? reason)
    {
        var match = ExchangeMatch.Of(Now, [new(id, TextPart.Body, source, target)]);

        Assert.Equal(reason, match.Refused.SingleOrDefault()?.Reason.Code);
        Assert.Equal(reason is null ? target : null, match.Taken.SingleOrDefault()?.Target);
    }

    [Fact]
    public void Words_are_taken_in_the_form_in_which_they_are_kept() =>
        Assert.Equal("ế\nx", Assert.Single(ExchangeMatch.Of(Now, [new("b2", TextPart.Body, "Hai", "e\u0302\u0301\r\nx")]).Taken).Target);

    [Property(MaxTest = 500)]
    public bool Each_unit_is_either_taken_or_refused(int[] source, int[] target, bool changed)
    {
        var (words, translation) = (HardTexts.Of(source, null), HardTexts.Of(target, "x"));
        var match = ExchangeMatch.Of([new("s", words, null)], [new("s", TextPart.Body, changed ? words + "y" : words, translation), new("other", TextPart.Body, words, translation)]);

        return match.Taken.Length == (changed ? 0 : 1) && match.Taken.Length + match.Refused.Length == 2;
    }
}
