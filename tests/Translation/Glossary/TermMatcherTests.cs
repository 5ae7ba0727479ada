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
        GlossaryFiles.Term("TP. Điện Biên Phủ", "f"),
    ]);

    [Theory]
    [InlineData("Trồng CÀ PHÊ ở bản.", "CÀ PHÊ=a", "bản=cd")]
    [InlineData("cà phê sạch, cà\u00A0phê", "cà phê sạch=b", "cà\u00A0phê=a")]
    [InlineData("cà phêu, bảng, cà")]
    [InlineData("https://bản.vn/bản")]
    [InlineData("giữ cà, phê; cà\nphê. Cà/phê (cà) phê – “cà” phê")]
    [InlineData("cà-phê, cà\u200Bphê, **cà** phê", "cà-phê=a", "cà\u200Bphê=a", "cà** phê=a")]
    [InlineData("ở TP. Điện Biên Phủ, TP Điện Biên Phủ. TP. Điện Biên", "TP. Điện Biên Phủ=f", "TP Điện Biên Phủ=f")]
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
