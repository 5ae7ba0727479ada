using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Tests.Problems;
using Dissemination.Translation;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Glossary;

namespace Dissemination.Tests.Translation.Checks;

public sealed class JudgingTests
{
    [Fact]
    public void A_letter_is_shown_with_its_number_and_its_place()
    {
        var finding = Assert.Single(Checking.Judge(Checking.TaiDam, "Giữ rừng.", "ꪭꪰꪀ ꪜꪱ\uAAC4."));

        Assert.Equal((nameof(ProblemTexts.UnassignedLetter), Severity.Error, TextPart.Body, 6, 1), (finding.Code, finding.Severity, finding.Part, finding.Offset, finding.Length));
        Assert.Equal(["\uAAC4 U+AAC4"], finding.Arguments);
        Assert.Contains("\uAAC4 U+AAC4", finding.Text(CultureInfo.GetCultureInfo("vi")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_is_lost_is_missed_in_the_paragraph_that_faces_its_own()
    {
        var finding = Assert.Single(Checking.Judge(Checking.TaiDam, "Giữ rừng.\n\nĐến 2030.", "ꪭꪰꪀ ꪜꪱ.\n\nꪭꪮꪒ ꪜꪲ."));

        Assert.Equal((nameof(ProblemTexts.NumberMissing), 9, 7), (finding.Code, finding.Offset, finding.Length));
    }

    [Fact]
    public void A_word_that_stands_there_often_is_told_once()
    {
        var findings = Checking.Judge(Checking.TaiDam, "Giữ rừng.", string.Concat(Enumerable.Repeat("ꪜꪱ\uAAC4 ", 500)) + ".");

        Assert.Single(findings);
    }

    [Fact]
    public void Of_one_kind_no_more_are_told_than_a_person_reads()
    {
        var findings = Checking.Judge(Checking.TaiDam, "Giữ rừng.", string.Join(' ', Enumerable.Range(1000, 500)) + " ꪜꪱ.");

        Assert.Equal(TranslationChecks.MostOfOneKind, findings.Length);
    }

    [Fact]
    public void Errors_come_before_warnings() =>
        Assert.Equal(
            [nameof(ProblemTexts.NumberMissing), nameof(ProblemTexts.ClosingPunctuationDiffers)],
            Checking.Judge(Checking.TaiDam, "Đến 2030.", "ꪭꪮꪒ ꪜꪲ").Select(finding => finding.Code));

    [Fact]
    public void Terms_of_another_spelling_are_left_aside() =>
        Assert.Empty(Checking.Judge(Checking.Chv, new(null, null, "Giữ rừng."), new(null, null, "Jor jôngr."), new GlossaryTerm(Checking.Rpa.Tag, "rừng", "hav zoov", TermRule.Locked)));

    [Fact]
    public void A_language_that_is_added_as_a_row_is_checked_by_its_row()
    {
        var file = "tag,name,englishName,script,detector,fonts\nvi,Tiếng Việt,Vietnamese,Latn,latin,Be Vietnam Pro\nhnj-Latn-x-rpa,Mông Lềnh (chữ RPA),Hmong Leng (RPA),Latn,rpa,Be Vietnam Pro\n";
        var added = LanguageRows.Read(file.Utf8()).AssertValid()["hnj-Latn-x-rpa"];

        Assert.Empty(Checking.Judge(added, "Mỗi nhà góp một phần.", "Txhua tsev pab ib feem."));
        Assert.Equal([nameof(ProblemTexts.SpellingIsChv)], Checking.Judge(added, "Mỗi nhà góp một phần.", "Cxuô tsêr pâuz, cxuô jaol sik haik.").Select(finding => finding.Code));
        Assert.Equal([nameof(ProblemTexts.ThaiLetters)], Checking.Judge(added, "Mỗi nhà góp một phần.", "Txhua tsev pab บ้าน.").Select(finding => finding.Code));
    }

    /// <summary>Quadratic work on such a text takes minutes.</summary>
    [Theory]
    [InlineData("ꪭꪮꪒ ꪜꪲ 2030 ꪣꪲ 40.000 ꪭꪱ ꪢꪱꪀ ꪀꪱ. ")]
    [InlineData("Mỗi năm giảm nghèo 3%, Điện Biên góp một phần.\n\n")]
    [InlineData("Điện ")]
    [InlineData("1. ")]
    [InlineData("1")]
    [InlineData("1.000.")]
    [InlineData("@a")]
    [InlineData("https://a(")]
    [InlineData("{a")]
    [InlineData("  ")]
    [InlineData("\u0301")]
    [InlineData("ꪹ")]
    [InlineData("บ้")]
    [InlineData("0912 ")]
    [InlineData("**")]
    [InlineData("\n\n- ")]
    public void A_hundred_thousand_characters_are_judged_in_no_time(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, Limits.TextCharacters / piece.Length).ToString();
        var source = new VersionText(null, null, "Giữ rừng. " + text);
        GlossaryTerm[] glossary = [.. Enumerable.Range(0, 2000).Select(number => new GlossaryTerm(Checking.TaiDam.Tag, $"từ {number}", $"ꪜꪱ {number}", TermRule.Preferred))];
        foreach (var language in Languages.All)
        {
            var started = Stopwatch.GetTimestamp();
            Checking.Judge(language, source, new(null, null, "a" + text), glossary);
            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        }
    }
}
