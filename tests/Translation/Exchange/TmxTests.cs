using System.Text;
using System.Xml.Linq;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Exchange;
using FsCheck.Xunit;

namespace Dissemination.Tests.Translation.Exchange;

public sealed class TmxTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private static readonly LanguageTag Mông = new("hmn-Latn-x-chv");

    [Property(MaxTest = 1000)]
    public async Task<bool> Out_and_in_again_changes_nothing(int[] source, int[] target, string? random, int seconds, bool byOffice)
    {
        TmxUnit[] units =
        [
            new(HardTexts.Of(source, random), Mông, HardTexts.Of(target, null), Now.AddSeconds(seconds), byOffice ? "so-tt" : null),
            new(HardTexts.Of(target, random), new("blt-Tavt"), HardTexts.Of(source, null)),
        ];

        var read = TmxReader.Read("a.tmx", await WrittenAsync(units));

        return read.IsValid && read.Value.LeftOut.IsEmpty && read.Value.Units.SequenceEqual(units);
    }

    private static readonly string[] HeaderAttributes =
        ["creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"];

    [Fact]
    public async Task The_header_has_all_that_the_format_requires()
    {
        var root = XDocument.Parse(
            Encoding.UTF8.GetString(await WrittenAsync([new("Một", Mông, "Iz", Now, "so-tt", "tệp của \u0001 bạn.tmx")]))).Root!;

        Assert.Equal("1.4", (string?)root.Attribute("version"));
        Assert.Equal(["header", "body"], root.Elements().Select(element => element.Name.LocalName));
        Assert.Empty(
            HeaderAttributes.Except(
                root.Element("header")!.Attributes().Select(attribute => attribute.Name.LocalName), StringComparer.Ordinal));
        Assert.Equal("tệp của \uFFFD bạn.tmx", root.Element("body")!.Element("tu")!.Element("prop")!.Value);
        Assert.Equal("20260304T050607Z", (string?)root.Descendants("tuv").Last().Attribute("changedate"));
    }

    [Fact]
    public async Task A_long_memory_goes_out_piece_by_piece()
    {
        await using var to = new Pieces();
        await TmxWriter.WriteAsync(
            to,
            Enumerable.Range(0, 5_000).Select(number => new TmxUnit($"Câu {number}", Mông, $"Lul {number}")).ToAsyncEnumerable(),
            Now,
            TestContext.Current.CancellationToken);

        Assert.True(to.Largest < 70_000, $"{to.Largest}");
        Assert.Equal(5_000, TmxReader.Read("a.tmx", to.ToArray()).Value!.Units.Length);
    }

    [Fact]
    public void The_memory_of_OmegaT_is_read_with_its_alternatives()
    {
        var read = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE tmx SYSTEM "tmx11.dtd">
            <tmx version="1.1">
              <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="6.0" segtype="sentence" srclang="VI"/>
              <body>
            <!-- Default translations -->
                <tu>
                  <tuv lang="VI"><seg>Bà con</seg></tuv>
                  <tuv lang="HMN-LATN-X-CHV" changeid="may-01" changedate="20250102T030405Z" creationid="may-01" creationdate="20240101T000000Z"><seg>Pêx zos</seg></tuv>
                </tu>
            <!-- Alternative translations -->
                <tu>
                  <prop type="file">bai.txt</prop>
                  <prop type="prev">Kính thưa</prop>
                  <note>lời của người dịch</note>
                  <tuv lang="VI"><seg>Bà con</seg></tuv>
                  <tuv lang="HMN-LATN-X-CHV" creationdate="20240101T000000Z"><seg>Cov neeg</seg></tuv>
                </tu>
              </body>
            </tmx>
            """);

        Assert.Equal(
            [
                new("Bà con", Mông, "Pêx zos", new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero), "may-01"),
                new("Bà con", Mông, "Cov neeg", new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            ],
            read.Units);
        Assert.Empty(read.LeftOut);
    }

    [Fact]
    public void Formatting_codes_fall_away_and_their_words_stay()
    {
        var read = Read("""
            <!DOCTYPE tmx SYSTEM "tmx14.dtd">
            <tmx version="1.4"><header segtype="sentence"/><body>
              <tu creationdate="20250102T030405Z" tuid="7"><prop type="x-LastUsedBy">x</prop>
                <tuv xml:lang="vi-VN"><seg>Trồng <bpt i="1" type="bold" x="1">{\b </bpt>mắc ca<ept i="1">}</ept> <ph x="2">&lt;img alt="<sub>cây</sub>"/&gt;</ph>ở <hi>xã</hi><it pos="begin">[i]</it></seg></tuv>
                <tuv xml:lang="blt-tavt"><seg>ꪹꪜꪸꪙ</seg></tuv>
              </tu>
            </body></tmx>
            """);

        Assert.Equal(
            new TmxUnit("Trồng mắc ca câyở xã", new("blt-Tavt"), "ꪹꪜꪸꪙ", new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero)),
            Assert.Single(read.Units));
    }

    [Fact]
    public void Other_languages_are_counted_and_Thai_of_Thailand_is_refused_with_the_reason()
    {
        var read = Read("""
            <tmx version="1.4"><header/><body>
              <tu><tuv xml:lang="vi"><seg>Một</seg></tuv><tuv xml:lang="en"><seg>One</seg></tuv><tuv xml:lang="TH-th"><seg>หนึ่ง</seg></tuv><tuv xml:lang="mww-Latn-x-rpa"><seg>Ib</seg></tuv></tu>
              <tu><tuv xml:lang="vi"><seg>Hai</seg></tuv><tuv xml:lang="EN"><seg>Two</seg></tuv></tu>
              <tu><tuv xml:lang="fr"><seg>Trois</seg></tuv><tuv xml:lang="blt-Tavt"><seg>ꪎꪱꪣ</seg></tuv></tu>
            </body></tmx>
            """);

        Assert.Equal("Ib", Assert.Single(read.Units).Target);
        Assert.Equal(
            [(nameof(ProblemTexts.TmxLeftOut), "2 en"), (
                nameof(ProblemTexts.LanguageRefused),
                "TH-th"), (nameof(ProblemTexts.TmxLeftOut), "1 TH-th"), (nameof(ProblemTexts.TmxWithoutOriginal), "1")],
            read.LeftOut.Select(problem => (problem.Code, string.Join(' ', problem.Arguments))));
    }

    [Theory]
    [InlineData("<tmx version=\"2.0\"><body/></tmx>", nameof(ProblemTexts.NotTmx))]
    [InlineData("<xliff/>", nameof(ProblemTexts.NotTmx))]
    [InlineData("<tmx version=\"1.4\"><body><tu><tuv><seg>a</seg></tuv></tu></body></tmx>", nameof(ProblemTexts.ExchangePartMissing))]
    [InlineData("<tmx version=\"1.4\"><body><tu><tuv xml:lang=\"vi\"/></tu></body></tmx>", nameof(ProblemTexts.ExchangePartMissing))]
    [InlineData("<tmx version=\"1.4\"><body><tu>", nameof(ProblemTexts.XmlBroken))]
    [InlineData("<!DOCTYPE tmx [<!ENTITY a \"b\">]><tmx version=\"1.4\"><body>&a;</body></tmx>", nameof(ProblemTexts.XmlBroken))]
    public void What_is_no_TMX_is_refused_with_its_line(string xml, string code)
    {
        var problem = TmxReader.Read("a.tmx", Encoding.UTF8.GetBytes("\n" + xml)).Problems[0];

        Assert.Equal((code, 2), (problem.Code, problem.Place!.Line));
    }

    private static TmxMemory Read(string xml)
    {
        var read = TmxReader.Read("a.tmx", Encoding.UTF8.GetBytes(xml));

        Assert.Empty(read.Problems);
        return read.Value!;
    }

    private static async Task<byte[]> WrittenAsync(TmxUnit[] units)
    {
        using var to = new MemoryStream();
        await TmxWriter.WriteAsync(to, units.ToAsyncEnumerable(), Now, CancellationToken.None);
        return to.ToArray();
    }

    /// <summary>Remembers how much was sent at once.</summary>
    private sealed class Pieces : MemoryStream
    {
        public int Largest { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Largest = Math.Max(Largest, buffer.Length);
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
