using Dissemination.Translation.Glossary;


namespace Dissemination.Tests.Translation.Glossary;

public sealed class TermMatcherTests
{
    private static readonly TermMatcher Matcher = new(
    [
        GlossaryFiles.Term("cà phê", "a"),
        GlossaryFiles.Term("cà phê sạch", "b"),
        GlossaryFiles.Term("bản", "c"),
        GlossaryFiles.Term("Bản", "d", TermRule.Forbidden),
        GlossaryFiles.Term("", "e", TermRule.Forbidden),
    ]);

    [Theory]
    [InlineData("Trồng CÀ PHÊ ở bản.", "CÀ PHÊ=a", "bản=cd")]
    [InlineData("cà phê sạch, cà\u00A0phê", "cà phê sạch=b", "cà\u00A0phê=a")]
    [InlineData("cà phêu, bảng, cà")]
    [InlineData("https://bản.vn/bản")]
    [InlineData("")]
    public void Whole_terms_are_marked_the_longest_first(string text, params string[] expected) =>
        Assert.Equal(
            expected,
            Matcher.Find(text)
                .Select(match => $"{text.Substring(match.Start, match.Length)}={string.Concat(match.Terms.Select(term => term.Target))}"));

    [Fact]
    public void A_term_is_found_however_its_letters_are_composed() =>
        Assert.Single(Matcher.Find("ở bản".Normalize(System.Text.NormalizationForm.FormD)));
}
