using System.Collections.Immutable;
using System.Text;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Segments;
using FsCheck.Xunit;

namespace Dissemination.Tests.Translation.Exchange;

public sealed class XliffRoundTripTests
{
    private static readonly LanguageTag Thái = new("blt-Tavt");

    [Property(MaxTest = 1000)]
    public bool Out_and_in_again_changes_nothing(int[] source, int[]? target, string? random, string? note, int state)
    {
        // Nobody has translated what has no letter in it.
        var words = target is null || string.IsNullOrWhiteSpace(HardTexts.Of(target, random)) ? null : HardTexts.Of(target, random);
        var unit = new ExchangeUnit(
            "s1",
            (TextPart)((uint)state % 3),
            HardTexts.Of(source, random),
            words,
            words is null ? ExchangeState.Initial : (ExchangeState)((uint)state % 4),
            note is null ? null : XmlPieces.Replaced(note));
        var document = Document(unit, new("s2", TextPart.Body, HardTexts.Of(target ?? [], note), null));

        var read = XliffReader.Read("bản dịch.xlf", XliffWriter.Write(document), Thái);

        return read.IsValid && Same(document, read.Value) && XliffRules.Check(XliffWriter.Write(document)).Count == 0;
    }

    [Fact]
    public void A_queue_of_several_versions_comes_back_in_order()
    {
        var document = new ExchangeDocument(Thái,
        [
            new(new(new("khai-mac"), 2, Thái), [
                new("t1", TextPart.Title, "Khai mạc", "ꪹꪜꪸꪙ", ExchangeState.Reviewed, "Giữ tên riêng"),
                new("b1", TextPart.Body, " Câu một. ", null)]),
            new(new(new("mac-ca"), 1, Thái), [new("b1", TextPart.Body, "Trồng mắc ca", "Cog mak ka", ExchangeState.Translated)]),
        ]);

        var read = XliffReader.Read("queue.xlf", XliffWriter.Write(document), Thái);

        Assert.Empty(read.Problems);
        Assert.True(Same(document, read.Value!));
    }

    [Fact]
    public void Marks_and_addresses_go_out_as_codes_that_a_translator_keeps()
    {
        const string Source = "Xem **điều 3** tại [trang này](https://dienbien.gov.vn/a_(b)), gọi 091***234 hoặc https://a.vn.";
        const string Target = "[ꪙꪲ](https://dienbien.gov.vn/a_(b)) **ꪀꪱ** 091***234 https://a.vn.";
        var written = XliffWriter.Write(Document(new ExchangeUnit("s1", TextPart.Body, Source, Target, ExchangeState.Translated)));
        var unit = System.Xml.Linq.XElement.Parse(Encoding.UTF8.GetString(written)).Descendants()
            .Single(element => element.Name.LocalName == "unit");
        string[] Codes(string name) =>
            [.. unit.Descendants().Single(element => element.Name.LocalName == name).Elements()
                .Select(code => $"{(string?)code.Attribute("id")} {(string?)code.Attribute("disp")}")];

        Assert.Equal(["1 **", "2 **", "3 [", "4 ](https://dienbien.gov.vn/a_(b))", "5 https://a.vn"], Codes("source"));
        Assert.Equal(["3 [", "4 ](https://dienbien.gov.vn/a_(b))", "1 **", "2 **", "5 https://a.vn"], Codes("target"));
        Assert.Equal(
            "Xem điều 3 tại trang này, gọi 091***234 hoặc .",
            unit.Descendants().Single(element => element.Name.LocalName == "source").Value);
        Assert.Equal(Target, XliffReader.Read("a.xlf", written, Thái).Value!.Files[0].Units[0].Target);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void A_file_is_read_in_each_encoding_with_its_byte_order_mark(string encoding)
    {
        var document = Document(new ExchangeUnit("s1", TextPart.Body, "Điện Biên", "ꪼꪕꪒꪾ", ExchangeState.Final));
        var text = Encoding.UTF8.GetString(XliffWriter.Write(document)).Replace("utf-8", encoding, StringComparison.Ordinal);
        var coding = Encoding.GetEncoding(encoding);

        var read = XliffReader.Read("a.xlf", [.. coding.GetPreamble(), .. coding.GetBytes(text)], Thái);

        Assert.Empty(read.Problems);
        Assert.True(Same(document, read.Value!));
    }

    private static ExchangeDocument Document(params ImmutableArray<ExchangeUnit> units) =>
        new(Thái, [new ExchangeFile(new VersionId(new("khai-mac"), 2, Thái), units)]);

    private static bool Same(ExchangeDocument one, ExchangeDocument other) =>
        one.Language == other.Language
        && one.Files.Select(file => file.Version).SequenceEqual(other.Files.Select(file => file.Version))
        && one.Files.SelectMany(file => file.Units).SequenceEqual(other.Files.SelectMany(file => file.Units));
}
