using Dissemination.Problems;
using Dissemination.Tests.Problems;
using Dissemination.Tests.Translation.Glossary;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Glossary;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;


namespace Dissemination.Tests.Translation.Exchange;

public sealed class GlossaryTbxTests
{
    private const string Dca = """
        <?xml version="1.0" encoding="UTF-8"?>
        <tbx style="dca" type="TBX-Basic" xml:lang="vi" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
        <conceptEntry id="c1"><note>cây</note>
          <langSec xml:lang="vi"><termSec><term>cà phê</term></termSec><termSec><term>cây cà
             phê</term></termSec></langSec>
          <langSec xml:lang="blt-tavt"><termSec><term>ꪀꪱ ꪡꪸ</term><termNote type="partOfSpeech">noun</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>
          <langSec xml:lang="en"><termSec><term>coffee</term></termSec></langSec>
        </conceptEntry></body></text></tbx>
        """;

    private const string Dct = """
        <tbx style="dct" type="TBX-Basic" xml:lang="vi" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body><conceptEntry id="1">
        <langSec xml:lang="vi"><termSec><term>bản</term></termSec></langSec>
        <langSec xml:lang="blt-Tavt"><termSec><term>ꪚꪱꪙ</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
        </conceptEntry></body></text></tbx>
        """;

    private const string Martif = """
        <martif type="TBX-Basic" xml:lang="vi"><martifHeader/><text><body><termEntry id="1">
        <langSet xml:lang="vi"><tig><term>bản</term></tig></langSet>
        <langSet xml:lang="blt-Tavt"><ntig><termGrp><term>ꪚꪱꪙ</term><termNote type="administrativeStatus">preferredTerm</termNote></termGrp><note>làng</note></ntig></langSet>
        </termEntry></body></text></martif>
        """;

    [Fact]
    public void Each_Vietnamese_term_of_an_entry_has_each_translation() =>
        Assert.Equal(
            [GlossaryFiles.Term("cà phê", "ꪀꪱ ꪡꪸ", TermRule.Preferred, "cây"), GlossaryFiles.Term(
                "cây cà phê", "ꪀꪱ ꪡꪸ", TermRule.Preferred, "cây")],
            Read(Dca).Value!);

    [Fact]
    public void The_other_style_is_read_too() => Assert.Equal([GlossaryFiles.Term("bản", "ꪚꪱꪙ", TermRule.Forbidden)], Read(Dct).Value!);

    [Fact]
    public void The_older_form_is_read_too() =>
        Assert.Equal([GlossaryFiles.Term("bản", "ꪚꪱꪙ", TermRule.Preferred, "làng")], Read(Martif).Value!);

    [Fact]
    public void A_locked_term_goes_out_as_preferred_and_comes_back_as_locked()
    {
        GlossaryTerm[] terms =
            [GlossaryFiles.Term(
                "bản", "ꪚꪱꪙ", TermRule.Locked, "làng"), GlossaryFiles.Term("xã", "ꪎꪱ", TermRule.Locked), GlossaryFiles.Term("tỉnh", "ꪵꪒꪉ")];
        var written = System.Text.Encoding.UTF8.GetString(GlossaryTbx.Write(terms).Span);

        Assert.Equal(3, written.Split("preferredTerm-admn-sts").Length - 1);
        Assert.Equal(terms, Read(written).Value!);
    }

    [Fact]
    public void What_XML_cannot_hold_is_no_part_of_a_term_and_keeps_no_glossary_that_has_it_from_going_out()
    {
        GlossaryTerm stored = new(GlossaryFiles.Thai, "bản\u0007", "ꪚꪱꪙ", TermRule.Preferred, Note: null);

        Assert.Equal("bản", GlossaryFiles.Term("bản\u0007", "ꪚꪱꪙ").Source);
        Assert.Equal(
            [stored with { Source = "bản\uFFFD" }],
            GlossaryTbx.Read("a.tbx", GlossaryTbx.Write([stored]).Span, GlossaryFiles.Thai).Value!);
    }

    [Theory]
    [InlineData("vi", "blt-Tavt")]
    [InlineData("vi-VN", "blt_Tavt")]
    [InlineData("VI_vn", "BLT-TAVT-VN")]
    public void Languages_are_known_however_a_tool_writes_their_tags(string source, string target) =>
        Assert.Equal([GlossaryFiles.Term("hòa bình", "ꪵꪀ ꪵꪋ")], Read(Weblate(source: source, target: target)).Value!);

    [Fact]
    public void A_document_type_is_passed_over_and_nothing_that_it_names_is_read() =>
        Assert.Equal(
            [GlossaryFiles.Term("hòa bình", "ꪵꪀ ꪵꪋ")],
            Read(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE martif PUBLIC \"ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN\" \"TBXcdv04.dtd\">\n" + Weblate()).Value!);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_file_of_UTF_16_is_read(string encoding)
    {
        var coding = System.Text.Encoding.GetEncoding(encoding);

        Assert.True(
            GlossaryTbx.Read(
                "a.tbx",
                [.. coding.GetPreamble(), .. coding.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?>" + Weblate())],
                GlossaryFiles.Thai).IsValid);
    }

    [Theory]
    [InlineData("<termNote type=\"administrativeStatus\">forbidden</termNote>", nameof(TermRule.Forbidden))]
    [InlineData("<termNote type=\"administrativeStatus\">obsolete</termNote>", nameof(TermRule.Forbidden))]
    [InlineData("<termNote type=\"administrativeStatus\">Deprecated term</termNote>", nameof(TermRule.Forbidden))]
    [InlineData("<termNote type=\"normativeAuthorization\">supersededTerm</termNote>", nameof(TermRule.Forbidden))]
    [InlineData("<termNote type=\"normativeAuthorization\">standardizedTerm</termNote>", nameof(TermRule.Preferred))]
    [InlineData("<termNote type=\"administrativeStatus\">admitted</termNote>", nameof(TermRule.Preferred))]
    [InlineData("<termNote type=\"administrativeStatus\"> </termNote>", nameof(TermRule.Preferred))]
    [InlineData("<termNote type=\"processStatus\">unprocessed</termNote>", nameof(TermRule.Preferred))]
    public void The_statuses_that_tools_write_are_understood(string status, string rule) =>
        Assert.Equal([GlossaryFiles.Term("hòa bình", "ꪵꪀ ꪵꪋ", Enum.Parse<TermRule>(rule))], Read(Weblate(status)).Value!);

    [Fact]
    public void Both_writings_of_a_term_are_one_term() =>
        Assert.Equal(
            [GlossaryFiles.Term("hòa bình", "ꪵꪀ ꪵꪋ")],
            Read(
                Weblate()
                    .Replace(
                        "</tig></langSet><langSet xml:lang=\"blt",
                        "</tig><tig><term>hoà bình</term></tig></langSet><langSet xml:lang=\"blt",
                        StringComparison.Ordinal)).Value!);

    [Theory]
    [InlineData("<tbx>\n<text></tbx>", nameof(ProblemTexts.XmlBroken), 2)]
    [InlineData("<tbx>\n&bomb;</tbx>", nameof(ProblemTexts.XmlBroken), 2)]
    [InlineData("\n<!DOCTYPE tbx [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><tbx>&b;</tbx>", nameof(ProblemTexts.XmlBroken), 2)]
    [InlineData("\n<html/>", nameof(ProblemTexts.TbxNotGlossary), 2)]
    [InlineData("<tbx/>", nameof(ProblemTexts.TbxTermMissing), null)]
    public void What_is_no_glossary_is_reported_with_its_line(string text, string code, int? line) => Read(text).AssertOne(code, line);

    [Fact]
    public void A_file_that_is_nested_too_deep_is_not_read() =>
        Read(string.Concat(Enumerable.Repeat("<a>\n", 100_000))).AssertOne(nameof(ProblemTexts.XmlTooDeep), 65);

    [Fact]
    public void A_status_that_TBX_does_not_have_is_reported_where_it_stands() =>
        Read(Dct.Replace("supersededTerm-admn-sts", "good", StringComparison.Ordinal)).AssertOne(nameof(ProblemTexts.TbxStatusUnknown), 3);

    [Fact]
    public void A_translation_without_a_Vietnamese_term_is_reported_unless_it_is_forbidden() =>
        Assert.Equal(
            ["TermWithoutSource:2"],
            Read(
                "<tbx><text><body><conceptEntry>\n<langSec xml:lang='blt-Tavt'><termSec><term>ꪚꪱꪙ</term></termSec></langSec></conceptEntry></body></text></tbx>").Problems.AtLines());

    [Property]
    public Property What_is_written_is_read_as_the_same_terms() =>
        Prop.ForAll(
            GlossaryFiles.Any(),
            terms => Assert.Equal(terms, GlossaryTbx.Read("a.tbx", GlossaryTbx.Write(terms).Span, GlossaryFiles.Thai).Value!));

    private static string Weblate(string status = "", string source = "vi", string target = "blt-Tavt") => $"""
        <martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>Translate Toolkit</p></sourceDesc></fileDesc></martifHeader><text><body>
        <termEntry id="1"><langSet xml:lang="{source}"><tig><term>hòa bình</term></tig></langSet><langSet xml:lang="{target}"><tig><term>ꪵꪀ ꪵꪋ</term>{status}</tig></langSet></termEntry>
        </body></text></martif>
        """;

    private static Parsed<IReadOnlyList<GlossaryTerm>> Read(string text) => GlossaryTbx.Read("a.tbx", text.Utf8(), GlossaryFiles.Thai);
}
