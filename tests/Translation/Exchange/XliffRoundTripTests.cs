using System.Collections.Immutable;
using System.Text;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Translation.Exchange;
using FsCheck.Xunit;

namespace Dissemination.Tests.Translation.Exchange;

public sealed class XliffRoundTripTests
{
    private static readonly LanguageTag Thái = new("blt-Tavt");

    [Property(MaxTest = 1000)]
    public bool Out_and_in_again_changes_nothing(int[] source, int[]? target, string? random, string? note, int state)
    {
        var words = target is null ? null : HardTexts.Of(target, random);
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
            new(new(new("khai-mac"), 2, Thái), [new("t1", TextPart.Title, "Khai mạc", "ꪹꪜꪸꪙ", ExchangeState.Reviewed, "Giữ tên riêng"), new("b1", TextPart.Body, " Câu một. ", null)]),
            new(new(new("mac-ca"), 1, Thái), [new("b1", TextPart.Body, "Trồng mắc ca", "", ExchangeState.Translated)]),
        ]);

        var read = XliffReader.Read("queue.xlf", XliffWriter.Write(document), Thái);

        Assert.Empty(read.Problems);
        Assert.True(Same(document, read.Value!));
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

    private static ExchangeDocument Document(params ImmutableArray<ExchangeUnit> units) => new(Thái, [new ExchangeFile(new VersionId(new("khai-mac"), 2, Thái), units)]);

    private static bool Same(ExchangeDocument one, ExchangeDocument other) =>
        one.Language == other.Language
        && one.Files.Select(file => file.Version).SequenceEqual(other.Files.Select(file => file.Version))
        && one.Files.SelectMany(file => file.Units).SequenceEqual(other.Files.SelectMany(file => file.Units));
}
