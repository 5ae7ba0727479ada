using System.Globalization;
using System.Text;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Exchange;

namespace Dissemination.Tests.Translation.Exchange;

/// <summary>What cannot be read is told with its line, and nothing of it is taken.</summary>
public sealed class BadXliffTests
{
    private const string Good = """
        <?xml version="1.0" encoding="utf-8"?>
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="vi" trgLang="blt-Tavt">
          <file id="khai-mac.2.blt-Tavt" original="khai-mac.2.blt-Tavt">
            <unit id="b1"><segment state="translated"><source>Một</source><target>ꪘꪳ꪿ꪉ</target></segment></unit>
            <unit id="b2"><segment state="translated"><source>Hai</source><target>ꪎꪮꪉ</target></segment></unit>
          </file>
        </xliff>
        """;

    private static readonly LanguageTag Thái = new("blt-Tavt");

    [Theory]
    [InlineData("trgLang=\"blt-Tavt\"", "trgLang=\"twh-Tavt\"", nameof(ProblemTexts.ExchangeOtherLanguage), 2)]
    [InlineData("trgLang=\"blt-Tavt\"", "trgLang=\"th-TH\"", nameof(ProblemTexts.LanguageRefused), 2)]
    [InlineData("trgLang=\"blt-Tavt\"", "trgLang=\"LO\"", nameof(ProblemTexts.LanguageRefused), 2)]
    [InlineData(" trgLang=\"blt-Tavt\"", "", nameof(ProblemTexts.ExchangeTargetMissing), 2)]
    [InlineData("srcLang=\"vi\"", "srcLang=\"en\"", nameof(ProblemTexts.ExchangeSourceLanguage), 2)]
    [InlineData("version=\"2.1\"", "version=\"3.0\"", nameof(ProblemTexts.NotXliff), 2)]
    [InlineData("document:2.0", "document:9.9", nameof(ProblemTexts.NotXliff), 2)]
    [InlineData("khai-mac.2.blt-Tavt", "khai-mac.hai.blt-Tavt", nameof(ProblemTexts.ExchangeVersionUnknown), 3)]
    [InlineData("khai-mac.2.blt-Tavt", "khai-mac.2.twh-Tavt", nameof(ProblemTexts.ExchangeOtherLanguage), 3)]
    [InlineData("id=\"b2\"", "id=\"b1\"", nameof(ProblemTexts.ExchangeTwice), 5)]
    [InlineData(" id=\"b2\"", "", nameof(ProblemTexts.ExchangePartMissing), 5)]
    [InlineData("<source>Hai</source>", "", nameof(ProblemTexts.ExchangePartMissing), 5)]
    [InlineData("<target>ꪎꪮꪉ</target>", "<target>ꪎꪮꪉ<ph id=\"1\"/></target>", nameof(ProblemTexts.ExchangeInlineCode), 5)]
    [InlineData("<target>ꪎꪮꪉ</target>", "<target><cp hex=\"110000\"/></target>", nameof(ProblemTexts.ExchangeBadCharacter), 5)]
    [InlineData("<target>ꪎꪮꪉ</target>", "<target>&lol;</target>", nameof(ProblemTexts.XmlBroken), 5)]
    [InlineData("<target>ꪎꪮꪉ</target>", "<target>ꪎꪮꪉ</source>", nameof(ProblemTexts.XmlBroken), 5)]
    [InlineData("<target>ꪎꪮꪉ</target>", "<target>&#1;</target>", nameof(ProblemTexts.XmlBroken), 5)]
    [InlineData("state=\"translated\"", "state=\"done\"", nameof(ProblemTexts.NotAChoice), 4)]
    [InlineData("encoding=\"utf-8\"", "encoding=\"windows-1258\"", nameof(ProblemTexts.XmlEncoding), 1)]
    [InlineData("encoding=\"utf-8\"", "encoding=\"utf-16\"", nameof(ProblemTexts.XmlEncoding), 1)]
    public void What_is_wrong_is_told_with_its_line(string part, string wrong, string code, int line)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);

        var problem = Read(Good.Replace(part, wrong, StringComparison.Ordinal))[0];

        Assert.Equal((code, line), (problem.Code, problem.Place!.Line));
        Assert.All(
            [CultureInfo.GetCultureInfo("vi"), CultureInfo.GetCultureInfo("en")],
            language => Assert.DoesNotContain("{", problem.Text(language), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<data id=\"d1\"><ph id=\"1\" dataRef=\"d1\"/></data>")]
    [InlineData("<data id=\"d1\"><ph id=\"1\" dataRef=\"d2\"/></data><data id=\"d2\"><ph id=\"2\" dataRef=\"d1\"/></data>")]
    public void A_code_that_stands_for_itself_is_refused(string data)
    {
        var problem = Assert.Single(Read(WithData(data, "ꪎꪮꪉ<ph id=\"3\" dataRef=\"d1\"/>")));

        Assert.Equal((nameof(ProblemTexts.ExchangeInlineCode), 5), (problem.Code, problem.Place!.Line));
    }

    [Fact]
    public void A_large_datum_that_many_codes_name_is_not_written_out_for_each()
    {
        var codes = string.Concat(Enumerable.Range(1, 5_000).Select(number => $"<ph id=\"{number}\" dataRef=\"d1\"/>"));
        var file = Encoding.UTF8.GetBytes(WithData($"<data id=\"d1\">{new string('a', 90_000)}</data>", codes));

        var unit = XliffReader.Read("a.xlf", file, Thái).Value!.Files[0].Units[1];

        Assert.InRange(unit.Target!.Length, 100_001, 200_000);
    }

    [Fact]
    public void The_good_file_is_good() => Assert.True(XliffReader.Read("a.xlf", Encoding.UTF8.GetBytes(Good), Thái).IsValid);

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.False(XliffReader.Read("a.xlf", bytes.AsSpan(0, length), Thái).IsValid);
        }
    }

    [Fact]
    public void A_broken_place_is_told_with_its_column()
    {
        var problem = Assert.Single(Read("<xliff>\n   <a>&b;</a></xliff>"));

        Assert.Equal(("a.xlf:2", "8"), (problem.Place!.ToString(), problem.Arguments[0]));
    }

    [Fact]
    public void Entities_do_not_grow()
    {
        var bomb = new StringBuilder("<!DOCTYPE xliff [<!ENTITY l0 \"lol\">");
        for (var level = 1; level < 10; level++)
        {
            bomb.Append(CultureInfo.InvariantCulture, $"<!ENTITY l{level} \"{string.Concat(Enumerable.Repeat($"&l{level - 1};", 10))}\">");
        }

        Assert.Equal(nameof(ProblemTexts.XmlBroken), Assert.Single(Read(bomb + "]><xliff>&l9;</xliff>")).Code);
    }

    [Fact]
    public void Nothing_outside_the_file_is_read()
    {
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "secret");

            var problem = Assert.Single(Read($"<!DOCTYPE xliff [<!ENTITY e SYSTEM \"{new Uri(secret)}\">]><xliff>&e;</xliff>"));

            Assert.Equal(nameof(ProblemTexts.XmlBroken), problem.Code);
            Assert.DoesNotContain("secret", string.Concat(problem.Arguments), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void A_huge_a_deep_and_a_crowded_file_are_refused()
    {
        Assert.Equal(nameof(ProblemTexts.FileTooLarge), XliffReader.Read("a.xlf", new byte[200_000_000], Thái).Problems[0].Code);
        Assert.Equal(nameof(ProblemTexts.XmlTooDeep), Read(string.Concat(Enumerable.Repeat("<a>", 100_000)))[0].Code);
        Assert.Equal(nameof(ProblemTexts.XmlTooMany), Read("<a>" + string.Concat(Enumerable.Repeat("<b/>", 500_000)) + "</a>")[0].Code);
    }

    [Fact]
    public void Letters_that_are_not_what_the_file_claims_are_refused()
    {
        Assert.Equal(
            (nameof(ProblemTexts.NotUtf8), 2),
            XliffReader.Read(
                "a.xlf",
                [.. "<a>\n"u8, 0xC3, 0x28, .. "</a>"u8],
                Thái).Problems.Select(problem => (problem.Code, problem.Place!.Line!.Value)).First());
        Assert.Equal(
            nameof(ProblemTexts.XmlEncoding), XliffReader.Read("a.xlf", [0xFF, 0xFE, (byte)'<', 0, 0x00, 0xD8], Thái).Problems[0].Code);
    }

    /// <summary>The good file whose second unit keeps data of the original, with another target.</summary>
    private static string WithData(string data, string target) =>
        Good.Replace("<unit id=\"b2\">", $"<unit id=\"b2\"><originalData>{data}</originalData>", StringComparison.Ordinal)
            .Replace("<target>ꪎꪮꪉ</target>", $"<target>{target}</target>", StringComparison.Ordinal);

    private static System.Collections.Immutable.ImmutableArray<Problem> Read(string xml)
    {
        var read = XliffReader.Read("a.xlf", Encoding.UTF8.GetBytes(xml), Thái);

        Assert.False(read.IsValid);
        Assert.Null(read.Value);
        return read.Problems;
    }
}
