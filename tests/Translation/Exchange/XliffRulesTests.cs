using System.Text;

namespace Dissemination.Tests.Translation.Exchange;

/// <summary>The checker of what we write would see a file that is wrong.</summary>
public sealed class XliffRulesTests
{
    private const string Good = """
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="vi" trgLang="blt-Tavt">
          <file id="f1" original="f1">
            <unit id="u1" name="Title"><notes><note>lời</note></notes><segment id="s1" state="final"><source>A<cp hex="0001"/></source><target>B</target></segment></unit>
            <unit id="u2"><segment><source>C</source></segment></unit>
          </file>
        </xliff>
        """;

    [Fact]
    public void A_good_file_breaks_no_rule() => Assert.Empty(XliffRules.Check(Encoding.UTF8.GetBytes(Good)));

    [Theory]
    [InlineData("version=\"2.1\"", "version=\"1.2\"")]
    [InlineData("document:2.0", "document:1.2")]
    [InlineData(" srcLang=\"vi\"", "")]
    [InlineData(" trgLang=\"blt-Tavt\"", "")]
    [InlineData("trgLang=\"blt-Tavt\"", "trgLang=\"blt Tavt\"")]
    [InlineData("file id=\"f1\"", "file")]
    [InlineData("unit id=\"u2\"", "unit id=\"u1\"")]
    [InlineData("unit id=\"u2\"", "unit id=\"u 2\"")]
    [InlineData("unit id=\"u2\"", "unit id=\"u2\" colour=\"red\"")]
    [InlineData("state=\"final\"", "state=\"done\"")]
    [InlineData("<target>B</target>", "")]
    [InlineData("<source>C</source>", "")]
    [InlineData("<source>C</source>", "<target>C</target><source>C</source>")]
    [InlineData("<notes><note>lời</note></notes>", "<notes/>")]
    [InlineData("hex=\"0001\"", "hex=\"0041\"")]
    [InlineData("<segment><source>C</source></segment>", "<segment><source>C</source></segment>words")]
    [InlineData("<segment><source>C</source></segment>", "<segment><source>C</source></segment><notes><note>late</note></notes>")]
    [InlineData("<segment><source>C</source></segment>", "<ignorable><source>C</source></ignorable>")]
    [InlineData("<unit id=\"u2\"><segment><source>C</source></segment></unit>", "<trans-unit id=\"u2\"/>")]
    public void A_file_that_breaks_a_rule_is_caught(string part, string wrong)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);

        Assert.NotEmpty(XliffRules.Check(Encoding.UTF8.GetBytes(Good.Replace(part, wrong, StringComparison.Ordinal))));
    }
}
