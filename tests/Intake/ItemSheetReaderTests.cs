using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Tests.Problems;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Dissemination.Tests.Intake;

public sealed class ItemSheetReaderTests
{
    private const string Good = "giu-rung,slogan,Giữ rừng là giữ bản,Ban (mẫu),,true,ꪹꪚꪙ,lanh-dao-ban,MẪU-02,2026-11-18";

    [Fact]
    public void A_row_is_an_item_with_the_translations_beside_it()
    {
        var item = ContentText.ReadSheet(Good).AssertValid().Items.Single();

        Assert.Equal(
            (new ItemId("giu-rung"), ItemKind.Slogan, "Giữ rừng là giữ bản", 2),
            (item.Content.Id, item.Content.Kind, item.Content.Text.Body, item.Place.Line));
        Assert.Equal("MẪU-02", item.Content.Claim!.Document);
        var translation = Assert.Single(item.Translations);
        Assert.Equal(("blt-Tavt", "ꪹꪚꪙ", true), (translation.Language.Value, translation.Text.Body, translation.Sample));
    }

    [Fact]
    public void Columns_that_are_not_required_may_be_missing() =>
        Assert.Null(ContentText.ReadSheet("a,slogan,Giữ rừng,Ban", "id,kind,text,issuer").AssertValid().Items.Single().Content.Claim);

    [Fact]
    public void A_row_says_how_soon_loudspeakers_air_it_and_is_ordinary_where_it_does_not()
    {
        const string Header = "id,kind,text,issuer,airing";

        Assert.Equal(
            AiringLevel.Urgent, ContentText.ReadSheet("a,slogan,Giữ rừng,Ban,urgent", Header).AssertValid().Items.Single().Content.Airing);
        Assert.Equal(
            AiringLevel.Ordinary, ContentText.ReadSheet("a,slogan,Giữ rừng,Ban,", Header).AssertValid().Items.Single().Content.Airing);
        ContentText.ReadSheet("a,slogan,Giữ rừng,Ban,now", Header).AssertOne("NotAChoice", 2, "airing");
    }

    [Fact]
    public void A_row_says_what_becomes_of_it_where_there_is_less_room()
    {
        const string Header = "id,kind,text,issuer,overflow";

        Assert.Equal(
            Overflow.Refuse, ContentText.ReadSheet("a,slogan,Giữ rừng,Ban,refuse", Header).AssertValid().Items.Single().Content.Overflow);
        ContentText.ReadSheet("a,slogan,Giữ rừng,Ban,cut", Header).AssertOne("NotAChoice", 2, "overflow");
    }

    [Theory]
    [InlineData("a,quote,Lời,Ban,,,,,,", "RequiredKeyMissing", "speaker")]
    [InlineData("a,article,Lời,Ban,,,,,,", "NotAChoice", "kind")]
    [InlineData("A!,slogan,Lời,Ban,,,,,,", "IdMalformed", "id")]
    [InlineData("giu-rung,slogan,Lời,Ban,,,,,,", "IdTwice", "id")]
    [InlineData("a,slogan,,Ban,,,,,,", "RequiredKeyMissing", "text")]
    [InlineData("a,slogan,Lời,,,,,,,", "RequiredKeyMissing", "issuer")]
    [InlineData("a,slogan,Lời,Ban,,,,lanh-dao-ban,,2026-11-18", "RequiredKeyMissing", "approvalDocument")]
    [InlineData("a,slogan,Lời,Ban,,,,can-bo,x,2026-11-18", "NotAnApprover", "approvalBy")]
    [InlineData("a,slogan,Lời <!-- chưa duyệt -->,Ban,,,,,,", "HiddenRemark", "text")]
    [InlineData("a,slogan,Lời,Ban,,,ꪹꪚꪙ <!-- x -->,,,", "HiddenRemark", "blt-Tavt")]
    [InlineData("a,slogan,Lời,Ban", "RowLength", null)]
    public void One_bad_row_rejects_the_sheet_and_is_named(string row, string code, string? field) =>
        ContentText.ReadSheet($"{Good}\n{row}").AssertOne(code, 3, field);

    [Theory]
    [InlineData("th", "LanguageRefused")]
    [InlineData("vi", "OriginalIsNoTranslation")]
    [InlineData("note", "ColumnUnknown")]
    [InlineData("kind", "KeyTwice")]
    public void A_column_that_is_not_taken_is_named(string column, string code) =>
        ContentText.ReadSheet("a,slogan,Lời,Ban,", $"id,kind,text,issuer,{column}").AssertOne(code, 1, column);

    [Fact]
    public void A_required_column_that_is_missing_is_reported_once() =>
        ContentText.ReadSheet("a,slogan,Lời\nb,slogan,Lời", "id,kind,text").AssertOne("ColumnMissing", 1, "issuer");

    [Fact]
    public void A_sheet_beyond_its_limit_is_refused() =>
        ContentText.ReadSheet(
            string.Join('\n', Enumerable.Range(0, 2001).Select(number => $"s{number},slogan,Lời,Ban")),
            "id,kind,text,issuer").AssertOne("TooManyRows", null);

    [Property]
    public Property A_sheet_that_is_written_reads_back_the_same()
    {
        var words = Gen.Elements("Giữ rừng", "47%, 2030", "\"bản\"", "dòng một\ndòng hai", "ꪹꪚꪙ ꪵꪀ");
        return Prop.ForAll(words.NonEmptyListOf().ToArbitrary(), texts =>
        {
            var rows = texts.Select((text, index) => $"s-{index},slogan,\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",Ban");
            var items = ContentText.ReadSheet(string.Join("\r\n", rows), "id,kind,text,issuer").AssertValid().Items;
            Assert.Equal(texts, items.Select(item => item.Content.Text.Body));
            var lines = texts.Aggregate((Line: 2, Lines: new List<int?>()), (at, text) =>
            {
                at.Lines.Add(at.Line);
                return (at.Line + 1 + text.Count(character => character == '\n'), at.Lines);
            }).Lines;
            Assert.Equal(lines, items.Select(item => item.Place.Line));
        });
    }

    [Property]
    public bool Any_bytes_are_a_sheet_or_problems(byte[] bytes) =>
        ItemSheetReader.Read("items/a.csv", bytes, ContentText.Known) is { IsValid: true } or { Problems.IsEmpty: false };

    [Property]
    public bool Any_row_is_a_sheet_or_problems(string? row) =>
        ContentText.ReadSheet(row ?? "") is { IsValid: true } or { Problems.IsEmpty: false };
}
