using Dissemination.Problems;
using Dissemination.Tests.Problems;
using Dissemination.Translation.Glossary;

using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;


namespace Dissemination.Tests.Translation.Glossary;

public sealed class GlossaryCsvTests
{
    [Fact]
    public void A_row_is_a_term_with_its_rule_and_note() =>
        Assert.Equal(
            [
                GlossaryFiles.Term("cà phê", "ꪀꪱ ꪡꪸ", TermRule.Locked, "cây, hạt"),
                GlossaryFiles.Term("", "ꪨꪱ", TermRule.Forbidden),
            ],
            Read(GlossaryFiles.Csv("blt-Tavt,cà  phê,ꪀꪱ ꪡꪸ,locked,\"cây, hạt\"", "blt-Tavt,,ꪨꪱ,forbidden,")).Value!);

    [Theory]
    [InlineData("blt-Latn,bản,ban,preferred,", nameof(ProblemTexts.GlossaryOfOtherLanguage))]
    [InlineData("blt-Tavt,bản,ban,always,", nameof(ProblemTexts.NotAChoice))]
    [InlineData("blt-Tavt,,ban,locked,", nameof(ProblemTexts.TermWithoutSource))]
    [InlineData("blt-Tavt,bản,,locked,", nameof(ProblemTexts.RequiredKeyMissing))]
    [InlineData("blt-Tavt,bản,?!,locked,", nameof(ProblemTexts.TermWithoutWords))]
    [InlineData("blt-Tavt,xã,XA,locked,", nameof(ProblemTexts.TermTwice))]
    [InlineData("blt-Tavt,bản,ban", nameof(ProblemTexts.RowLength))]
    public void A_wrong_row_is_reported_with_its_line(string row, string code) =>
        Assert.Equal([$"{code}:3"], Read(GlossaryFiles.Csv("blt-Tavt,xã,xa,preferred,", row)).Problems.AtLines());

    [Fact]
    public void A_term_that_stands_in_both_writings_with_two_rules_is_told_with_both_lines()
    {
        var problem = Assert.Single(
            Read(GlossaryFiles.Csv("blt-Tavt,thủy lợi,ꪙꪾ ꪙꪱ,preferred,a", "blt-Tavt,thuỷ lợi,ꪙꪾ ꪙꪱ,forbidden,b")).Problems);

        Assert.Equal((nameof(ProblemTexts.TermTwoRules), 3), (problem.Code, problem.Place!.Line));
        Assert.Equal(["2", "3"], problem.Arguments.TakeLast(2));
    }

    [Fact]
    public void A_term_that_stands_in_both_writings_and_says_the_same_is_one_term() =>
        Assert.Equal(
            [GlossaryFiles.Term("thủy lợi", "ꪙꪾ ꪙꪱ")],
            Read(GlossaryFiles.Csv("blt-Tavt,thủy lợi,ꪙꪾ ꪙꪱ,preferred,", "blt-Tavt,thuỷ lợi,ꪙꪾ ꪙꪱ,preferred,")).Value!);

    [Fact]
    public void A_glossary_beyond_its_limit_is_not_taken() =>
        Assert.Equal(
            [nameof(ProblemTexts.GlossaryTooLong)],
            Read(
                GlossaryFiles.Csv(
                    [.. Enumerable.Range(0, TermRules.MostTerms + 1)
                        .Select(number => $"blt-Tavt,từ {number},{number},preferred,")])).Problems.Select(problem => problem.Code));

    [Property]
    public Property What_is_written_is_read_as_the_same_terms() =>
        Prop.ForAll(
            GlossaryFiles.Any(),
            terms => Assert.Equal(terms, GlossaryCsv.Read("a.csv", GlossaryCsv.Write(terms).Span, GlossaryFiles.Thai).Value!));

    [Property]
    public bool Any_bytes_are_a_glossary_or_problems(byte[] bytes) =>
        GlossaryCsv.Read("a.csv", bytes, GlossaryFiles.Thai) is { IsValid: true } or { Problems.IsEmpty: false };

    private static Parsed<IReadOnlyList<GlossaryTerm>> Read(string text) => GlossaryCsv.Read("a.csv", text.Utf8(), GlossaryFiles.Thai);
}
