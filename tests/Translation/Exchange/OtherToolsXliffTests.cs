using System.Text;
using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Translation.Exchange;

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
                new("b3", TextPart.Body, "Xong.Chưa.", null),
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

    private static System.Collections.Immutable.ImmutableArray<ExchangeUnit> Units(string xml)
    {
        var read = XliffReader.Read("từ phần mềm.xlf", Encoding.UTF8.GetBytes(xml), Mông);

        Assert.Empty(read.Problems);
        return Assert.Single(read.Value!.Files).Units;
    }
}
