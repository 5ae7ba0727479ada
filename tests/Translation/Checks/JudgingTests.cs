using System.Globalization;
using System.Text;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Tests.Problems;
using Dissemination.Translation;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Segments;

namespace Dissemination.Tests.Translation.Checks;

public sealed class JudgingTests
{
    [Fact]
    public void A_letter_is_shown_with_its_number_and_its_place()
    {
        var finding = Assert.Single(Checking.Find(Checking.TaiDam, "Giữ rừng.", "ꪭꪰꪀ ꪜꪱ\uAAC4."));

        Assert.Equal(
            (nameof(ProblemTexts.UnassignedLetter), Severity.Error, TextPart.Body, 6, 1),
            (finding.Code, finding.Severity, finding.Part, finding.Offset, finding.Length));
        Assert.Equal(["\uAAC4 U+AAC4"], finding.Arguments);
        Assert.Contains("\uAAC4 U+AAC4", finding.Text(CultureInfo.GetCultureInfo("vi")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cOg hEn yEd, cOg bAn yEd.", nameof(ProblemTexts.LegacyFont))]
    [InlineData("@M b;n H]n kan mvg.", nameof(ProblemTexts.LegacyFont))]
    [InlineData("Mọi gia đình đều phải góp sức cùng nhau.", nameof(ProblemTexts.LineIsVietnamese))]
    [InlineData("Nhà nào cũng làm, bản nào cũng làm.", nameof(ProblemTexts.LineUnchanged))]
    [InlineData("Txhua tsev pab ib feem.", nameof(ProblemTexts.TaiVietMissing))]
    public void What_is_wrong_with_a_block_is_an_error_whatever_the_headline_and_other_blocks_are(string block, string code)
    {
        const string Good = "ꪋꪴ ꪹꪭꪙ ꪹꪥꪸꪒ, ꪋꪴ ꪚꪱꪙ ꪹꪥꪸꪒ. ꪋꪴ ꪹꪭꪙ ꪹꪥꪸꪒ, ꪋꪴ ꪚꪱꪙ ꪹꪥꪸꪒ.";
        const string Source = "Nhà nào cũng làm, bản nào cũng làm.";

        var finding = Checking.Find(
            Checking.TaiDam,
            new VersionText("Giữ rừng", null, $"{Source}\n\n{Source}"),
            new VersionText("ꪭꪰꪀ ꪜꪱ", null, $"{Good}\n\n{block}"))
            .Single(finding => finding.Code == code);

        Assert.Equal((Severity.Error, TextPart.Body), (finding.Severity, finding.Part));
        Assert.True(finding.Offset >= Good.Length);
    }

    [Fact]
    public void A_long_text_of_which_a_fifth_was_translated_lacks_most_of_it_until_a_person_says_why()
    {
        var source = string.Join(
            " ", Enumerable.Range(1, 12).Select(number => $"Năm {2010 + number} cả xã trồng thêm {1000 + number} cây, nhà nào cũng làm."));
        var finding = Checking.Find(Checking.TaiDam, source, "ꪋꪴ ꪜꪲ 2011 ꪹꪭꪙ 1001 ꪹꪥꪸꪒ. ꪋꪴ ꪜꪲ 2012 ꪹꪭꪙ 1002 ꪹꪥꪸꪒ, ꪋꪴ ꪚꪱꪙ ꪹꪥꪸꪒ.")
            .Single(finding => finding.Code == nameof(ProblemTexts.TranslationLacksMost));
        var work = new TranslationWork(
            new()
            {
                Id = VersionId.Parse("a.1.blt-Tavt", null),
                State = TranslationState.Drafted,
                Text = VersionText.Empty,
                SourceHash = "",
                ChangedAt = default,
            },
            Checking.Original(VersionText.Empty),
            Dissemination.Translation.Segments.SegmentedText.Of(VersionText.Empty),
            [finding],
            DirectorySnapshot.Empty,
            default);

        Assert.Equal((Severity.Error, true, 1), (finding.Severity, finding.MayBeDismissed, work.Errors));
        Assert.Equal(
            0,
            (work with
            {
                Current = TranslationDecisions.Dismiss(
                    work.Current, new(finding.Key, "Rút gọn cho loa", new("bung-lao-1"), default), isWarning: true).Value!,
            }).Errors);
        Assert.Equal(1, (work with { Findings = [finding with { Code = nameof(ProblemTexts.LegacyFont) }] }).Errors);
    }

    [Theory]
    [InlineData("của", true)]
    [InlineData("nghiêng", true)]
    [InlineData("quyết", true)]
    [InlineData("thuở", true)]
    [InlineData("khuya", true)]
    [InlineData("giữ", true)]
    [InlineData("yêu", true)]
    [InlineData("mvg", false)]
    [InlineData("web", false)]
    [InlineData("kan", false)]
    [InlineData("txhua", false)]
    public void A_syllable_is_Vietnamese_by_its_letters(string word, bool expected) => Assert.Equal(expected, VietnameseSyllable.Is(word));

    [Fact]
    public void A_figure_that_is_lost_is_missed_in_the_paragraph_that_faces_its_own()
    {
        var finding = Assert.Single(Checking.Find(Checking.TaiDam, "Giữ rừng.\n\nĐến 2030.", "ꪭꪰꪀ ꪜꪱ.\n\nꪭꪮꪒ ꪜꪲ."));

        Assert.Equal((nameof(ProblemTexts.NumberMissing), 9, 7), (finding.Code, finding.Offset, finding.Length));
    }

    [Fact]
    public void A_word_that_stands_there_often_is_told_once()
    {
        var findings = Checking.Find(Checking.TaiDam, "Giữ rừng.", string.Concat(Enumerable.Repeat("ꪜꪱ\uAAC4 ", 500)) + ".");

        Assert.Single(findings);
    }

    [Fact]
    public void Of_one_kind_no_more_are_told_than_a_person_reads()
    {
        var findings = Checking.Find(Checking.TaiDam, "Giữ rừng.", string.Join(' ', Enumerable.Range(1000, 500)) + " ꪜꪱ.");

        Assert.Equal(TranslationChecks.MostOfOneKind, findings.Length);
    }

    [Fact]
    public void Errors_come_before_warnings() =>
        Assert.Equal(
            [nameof(ProblemTexts.NumberMissing), nameof(ProblemTexts.ClosingPunctuationDiffers)],
            Checking.Find(Checking.TaiDam, "Đến 2030.", "ꪭꪮꪒ ꪜꪲ").Select(finding => finding.Code));

    [Fact]
    public void Terms_of_another_spelling_are_left_aside() =>
        Assert.Empty(
            Checking.Find(
                Checking.Chv,
                new(null, null, "Giữ rừng."),
                new(null, null, "Jor jôngr."),
                new GlossaryTerm(Checking.Rpa.Tag, "rừng", "hav zoov", TermRule.Locked)));

    [Fact]
    public void A_language_that_is_added_as_a_row_is_checked_by_its_row()
    {
        var file =
            "tag,name,englishName,script,detector,fonts\nvi,Tiếng Việt,Vietnamese,Latn,latin,Be Vietnam Pro\nhnj-Latn-x-rpa,Mông Lềnh (chữ RPA),Hmong Leng (RPA),Latn,rpa,Be Vietnam Pro\n";
        var added = LanguageRows.Read(file.Utf8()).AssertValid()["hnj-Latn-x-rpa"];

        Assert.Empty(Checking.Find(added, "Mỗi nhà góp một phần.", "Txhua tsev pab ib feem."));
        Assert.Equal(
            [nameof(ProblemTexts.SpellingIsChv)],
            Checking.Find(added, "Mỗi nhà góp một phần.", "Cxuô tsêr pâuz, cxuô jaol sik haik.").Select(finding => finding.Code));
        Assert.Equal(
            [nameof(ProblemTexts.ThaiLetters)],
            Checking.Find(added, "Mỗi nhà góp một phần.", "Txhua tsev pab บ้าน.").Select(finding => finding.Code));
    }

    /// <summary>Quadratic work on such a text takes minutes of the processor.</summary>
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
        GlossaryTerm[] glossary =
            [.. Enumerable.Range(0, 2000)
                .Select(number => new GlossaryTerm(Checking.TaiDam.Tag, $"từ {number}", $"ꪜꪱ {number}", TermRule.Preferred))];
        foreach (var language in Languages.All)
        {
            var cost = ProcessorTime.Of(() => Checking.Find(language, source, new(null, null, "a" + text), glossary));
            Assert.InRange(cost, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        }
    }
}
