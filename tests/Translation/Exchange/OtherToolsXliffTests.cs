using System.Text;
using Dissemination.Directory;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Segments;

namespace Dissemination.Tests.Translation.Exchange;

/// <summary>Files as other tools hand them back.</summary>
public sealed class OtherToolsXliffTests
{
    private static readonly LanguageTag Mông = new("hmn-Latn-x-chv");

    [Fact]
    public void A_tool_that_cut_a_unit_into_segments_gets_them_joined()
    {
        var units = Units("""
            <?xml version="1.0" encoding="UTF-8"?>
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.0" srcLang="vi-VN" trgLang="HMN-latn-x-chv">
             <file id="khai-mac.1.hmn-Latn-x-chv" original="D:\dich\khai-mac.xlf">
              <mda:metadata><mda:metaGroup><mda:meta type="tool">x</mda:meta></mda:metaGroup></mda:metadata>
              <group id="g1">
               <unit id="b1" name="Body">
                <segment id="1" state="final"><source>Câu một.</source><target>Nor iz.</target></segment>
                <ignorable><source> </source></ignorable>
                <segment id="2" state="translated"><source>Câu <pc id="1"><mrk id="m" type="term">hai</mrk></pc>.</source><target>Nor <pc id="1">aoz</pc>.</target></segment>
               </unit>
               <unit id="b2">
                <segment state="translated"><source>Trước</source><target order="3">sau</target></segment>
                <ignorable><source>, </source></ignorable>
                <segment state="translated"><source>sau</source><target order="1">trước</target></segment>
               </unit>
               <unit id="b3"><segment state="translated"><source>Xong.</source><target>Tas.</target></segment><segment><source>Chưa.</source></segment></unit>
              </group>
             </file>
            </xliff>
            """);

        Assert.Equal(
            [
                new("b1", TextPart.Body, "Câu một. Câu hai.", "Nor iz. Nor aoz.", ExchangeState.Translated),
                new("b2", TextPart.Body, "Trước, sau", "trước, sau", ExchangeState.Translated),
                new("b3", TextPart.Body, "Xong.Chưa.", "Tas."),
            ],
            units);
    }

    [Fact]
    public void Version_1_2_is_read_with_its_states()
    {
        var units = Units("""
            <?xml version="1.0" encoding="utf-8"?>
            <!DOCTYPE xliff PUBLIC "-//XLIFF//DTD XLIFF//EN" "http://www.oasis-open.org/committees/xliff/documents/xliff.dtd">
            <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
              <file original="khai-mac.1.hmn-Latn-x-chv" datatype="plaintext" source-language="vi" target-language="hmn-Latn-x-chv">
                <body>
                  <trans-unit xml:space="preserve" id="t1" resname="Title" approved="yes"><source>Khai mạc</source><target state="translated">Pib</target><note>đầu đề</note></trans-unit>
                  <trans-unit id="b1" resname="Body"><source>Một <g id="1">hai</g></source><target>Iz <g id="1">aoz</g></target></trans-unit>
                  <trans-unit id="b2"><source>Ba</source><target state="needs-translation"></target></trans-unit>
                  <trans-unit id="b3"><source>Bốn</source><target state="final">Plouz</target></trans-unit>
                </body>
              </file>
            </xliff>
            """);

        Assert.Equal(
            [
                new("t1", TextPart.Title, "Khai mạc", "Pib", ExchangeState.Reviewed, "đầu đề"),
                new("b1", TextPart.Body, "Một hai", "Iz aoz", ExchangeState.Translated),
                new("b2", TextPart.Body, "Ba", null),
                new("b3", TextPart.Body, "Bốn", "Plouz", ExchangeState.Final),
            ],
            units);
    }

    [Theory]
    [InlineData(
        "<segment state='translated'><source>Một </source><target>Iz </target></segment><segment state='initial'><source>hai.</source><target/></segment>",
        "Iz ")]
    [InlineData(
        "<segment state='translated'><source>Một </source><target>Iz </target></segment><segment state='translated'><source>hai.</source><target> </target></segment>",
        "Iz  ")]
    [InlineData(
        "<segment state='translated'><source>Một </source><target>Iz </target></segment><segment state='initial'><source>hai.</source><target>aoz.</target></segment>",
        "Iz aoz.")]
    [InlineData("<segment state='initial'><source>Một hai.</source><target>Một hai.</target></segment>", "Một hai.")]
    [InlineData("<segment><source>Một hai.</source></segment>", null)]
    public void A_unit_is_open_until_each_of_its_segments_has_a_target_and_a_state_that_says_so(string segments, string? target)
    {
        var unit = Assert.Single(
            Units(
                $"<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='vi' trgLang='hmn-Latn-x-chv'><file id='a.1.hmn-Latn-x-chv'><unit id='s1'>{segments}</unit></file></xliff>"));

        Assert.Equal(("Một hai.", target, ExchangeState.Initial), (unit.Source, unit.Target, unit.State));
    }

    [Fact]
    public void A_target_without_any_state_is_translated() =>
        Assert.Equal(
            ExchangeState.Translated,
            Assert.Single(
                Units(
                    "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='vi' trgLang='hmn-Latn-x-chv'><file id='a.1.hmn-Latn-x-chv'><unit id='s1'><segment><source>Một</source><target>Iz</target></segment></unit></file></xliff>")).State);

    [Theory]
    [InlineData("<source>Một hai.</source><target state='new'>Một hai.</target>", nameof(ExchangeState.Initial))]
    [InlineData("<source>Một hai.</source><target state='needs-translation'>Iz aoz.</target>", nameof(ExchangeState.Initial))]
    [InlineData("<source>Một hai.</source><target state='initial'>Iz aoz.</target>", nameof(ExchangeState.Initial))]
    [InlineData("<source>Một hai.</source><target state='needs-review-translation'>Iz aoz.</target>", nameof(ExchangeState.Translated))]
    [InlineData("<source>Một hai.</source><target>Iz aoz.</target>", nameof(ExchangeState.Translated))]
    [InlineData(
        "<source>Một hai.</source><seg-source><mrk mtype='seg' mid='0'>Một </mrk><mrk mtype='seg' mid='1'>hai.</mrk></seg-source><target><mrk mtype='seg' mid='0'>Iz </mrk></target>",
        nameof(ExchangeState.Initial))]
    [InlineData(
        "<source>Một hai.</source><seg-source><mrk mtype='seg' mid='0'>Một </mrk><mrk mtype='seg' mid='1'>hai.</mrk></seg-source><target><mrk mtype='seg' mid='0'>Iz </mrk><mrk mtype='seg' mid='1'>aoz.</mrk></target>",
        nameof(ExchangeState.Translated))]
    [InlineData(
        "<source>Một hai.</source><seg-source><mrk mtype='seg' mid='0'>Một </mrk><mrk mtype='seg' mid='1'>hai.</mrk></seg-source><target>Iz aoz.</target>",
        nameof(ExchangeState.Translated))]
    public void The_state_that_a_file_of_version_1_2_gives_is_heeded_whatever_stands_in_the_target(string words, string state) =>
        Assert.Equal(state, Assert.Single(Units(OnePointTwo(words))).State.ToString());

    [Theory]
    [InlineData("a.1.hmn-Latn-x-chv", "hmn")]
    [InlineData("D:\\dịch\\Mông\\a.1.hmn-Latn-x-chv.xlf", "hmn-VN")]
    [InlineData("file:///home/dich/a.1.hmn-Latn-x-chv.xlf.sdlxliff", "HMN_vn")]
    [InlineData("../a.1.hmn-Latn-x-chv.xliff", "hmn-Latn-VN-x-chv")]
    public void A_file_without_its_namespace_with_a_path_and_the_tag_of_every_Mông_is_about_the_text_that_it_names(
        string original, string tag)
    {
        var read = XliffReader.Read(
            "a.xlf", Encoding.UTF8.GetBytes(OnePointTwo("<source>Một</source><target>Iz</target>", original, tag, names: "")), Mông);

        Assert.Empty(read.Problems);
        Assert.Equal("a.1.hmn-Latn-x-chv", Assert.Single(read.Value!.Files).Version.ToString());
        Assert.Equal("Iz", read.Value.Files[0].Units[0].Target);
    }

    [Theory]
    [InlineData("mww-Latn-x-rpa")]
    [InlineData("vi-VN")]
    [InlineData("mww")]
    public void A_tag_that_says_another_language_is_refused(string tag) =>
        Assert.False(
            XliffReader.Read(
                "a.xlf", Encoding.UTF8.GetBytes(OnePointTwo("<source>Một</source><target>Iz</target>", tag: tag)), Mông).IsValid);

    [Theory]
    [InlineData("<source>Một <ph id='1'>**</ph>hai<ph id='2'>**</ph></source><target>Iz <ph id='1'>**</ph>aoz<ph id='2'>**</ph></target>")]
    [InlineData(
        "<source>Một <bpt id='1'>**</bpt>hai<ept id='1'>**</ept></source><target>Iz <bpt id='1'>**</bpt>aoz<ept id='1'>**</ept></target>")]
    [InlineData(
        "<source>Một <x id='1' equiv-text='**'/>hai<x id='2' equiv-text='**'/></source><target>Iz <x id='1'/>aoz<x id='2'/></target>")]
    public void Codes_of_version_1_2_come_back_as_what_they_stand_for(string words)
    {
        var unit = Assert.Single(Units(OnePointTwo(words)));

        Assert.Equal(("Một **hai**", "Iz **aoz**"), (unit.Source, unit.Target));
    }

    [Theory]
    [InlineData("<ph id='1' dataRef='d1'/>hai<ph id='2' dataRef='d2'/>", "<ph id='1'/>aoz<ph id='2'/>")]
    [InlineData("<pc id='1' dataRefStart='d1' dataRefEnd='d2'>hai</pc>", "<pc id='1' dataRefStart='d1' dataRefEnd='d2'>aoz</pc>")]
    [InlineData(
        "<sc id='1' dataRef='d1'/>hai<ec startRef='1' dataRef='d2'/>", "<sc id='1' dataRef='d1'/>aoz<ec startRef='1' dataRef='d2'/>")]
    public void Codes_of_version_2_come_back_as_the_data_that_the_unit_keeps(string source, string target)
    {
        var unit = Assert.Single(Units($"""
            <xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='vi' trgLang='hmn-Latn-x-chv'><file id='a.1.hmn-Latn-x-chv'><unit id='s1'>
            <originalData><data id='d1'>[</data><data id='d2'>](https://a.vn)</data></originalData>
            <segment><source>{source}</source><target>{target}</target></segment></unit></file></xliff>
            """));

        Assert.Equal(("[hai](https://a.vn)", "[aoz](https://a.vn)"), (unit.Source, unit.Target));
    }

    private static string OnePointTwo(
        string words,
        string original = "a.1.hmn-Latn-x-chv",
        string tag = "hmn-Latn-x-chv",
        string names = "xmlns='urn:oasis:names:tc:xliff:document:1.2'") =>
        $"<xliff {names} version='1.2'><file original='{original}' datatype='plaintext' source-language='vi' target-language='{tag}'><body><trans-unit id='s1'>{words}</trans-unit></body></file></xliff>";

    private static System.Collections.Immutable.ImmutableArray<ExchangeUnit> Units(string xml)
    {
        var read = XliffReader.Read("từ phần mềm.xlf", Encoding.UTF8.GetBytes(xml), Mông);

        Assert.Empty(read.Problems);
        return Assert.Single(read.Value!.Files).Units;
    }
}
