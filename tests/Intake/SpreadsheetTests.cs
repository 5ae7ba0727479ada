using System.Text;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Tests.Directory;
using Dissemination.Tests.Problems;
using Dissemination.Tests.Translation.Glossary;
using Dissemination.Translation.Glossary;

namespace Dissemination.Tests.Intake;

/// <summary>What spreadsheets make of a CSV file on its way through them is taken, in every file that the program reads.</summary>
public sealed class SpreadsheetTests
{
    private const string Sheet = """
        id,kind,text,issuer,communes,sample,expiresAt,approvalBy,approvalDocument,approvalDate
        moi-nha,slogan,"Mỗi nhà một vườn cây, mỗi bản một con đường sạch.",Ban Tuyên giáo (mẫu),bung-lao,TRUE,31/12/2027,lanh-dao-ban,MẪU-91,16/11/2026

        """;

    public static TheoryData<string> Rewritten =>
    [
        Sheet,
        "\uFEFF" + Sheet,
        "sep=,\n" + Sheet,
        "\"sep=,\"\n" + Sheet,
        Semicolons(),
        "sep=;\n" + Semicolons(),
        Semicolons().Replace(';', '\t'),
        Sheet.Replace("approvalDate", "approvalDate,,", StringComparison.Ordinal)
            .Replace("16/11/2026", "16/11/2026,,", StringComparison.Ordinal) + ",,,,,,,,,,,\n",
        Sheet.Replace("16/11/2026", "16/11/2026,,", StringComparison.Ordinal),
        Sheet.Replace("id,kind,text,issuer", "ID,Kind,TEXT,Issuer", StringComparison.Ordinal)
            .Replace("approvalBy", "ApprovalBy", StringComparison.Ordinal),
        Sheet.Replace("slogan", "Slogan", StringComparison.Ordinal),
        Sheet.Replace("TRUE", "1", StringComparison.Ordinal),
        Sheet.Replace("TRUE", "Có", StringComparison.Ordinal),
        Sheet.Replace("bung-lao", "\u200Bbung-lao\u200B", StringComparison.Ordinal)
            .Replace("moi-nha", "moi-nha\u00A0", StringComparison.Ordinal),
        Sheet.Replace("id,kind", "\u200Bid\u200B,kind", StringComparison.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Rewritten))]
    public void A_sheet_that_went_through_a_spreadsheet_says_the_same(string sheet)
    {
        byte[][] files =
            [sheet.Utf8(), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(sheet)], [
                0xFE,
                0xFF,
                .. Encoding.BigEndianUnicode.GetBytes(sheet)],
                Encoding.Unicode.GetBytes(sheet.Replace("\n", "\r\n", StringComparison.Ordinal))];
        foreach (var bytes in files)
        {
            var content = ItemSheetReader.Read("items/khau-hieu.csv", bytes, ContentText.Known).AssertValid().Items.Single().Content;

            Assert.Equal(
                ("moi-nha", "Mỗi nhà một vườn cây, mỗi bản một con đường sạch.", true),
                (content.Id.Value, content.Text.Body, content.Sample));
            Assert.Equal([new CommuneId("bung-lao")], content.Communes);
            Assert.Equal(new ApprovalClaim(new("lanh-dao-ban"), "MẪU-91", new(2026, 11, 16)), content.Claim);
            Assert.Equal(new DateTimeOffset(2027, 12, 31, 17, 0, 0, TimeSpan.Zero), content.ExpiresAt);
        }
    }

    [Theory]
    [InlineData("2026-11-20 07:30")]
    [InlineData("20/11/2026 07:30")]
    [InlineData("20/11/2026 7:30:00")]
    [InlineData("20-11-2026 7:30")]
    [InlineData("20.11.2026 7:30")]
    [InlineData("2026/11/20 7:30")]
    public void A_time_is_read_as_people_and_spreadsheets_write_it(string text)
    {
        Assert.True(LocalTime.TryParse(text, wholeDay: false, out var utc));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 0, 30, 0, TimeSpan.Zero), utc);
    }

    /// <summary>Guessing which of them is the month would be silent; a serial number is no date to a reader.</summary>
    [Theory]
    [InlineData("11/16/2026")]
    [InlineData("16/11/26")]
    [InlineData("46342")]
    [InlineData("01/01/0001")]
    [InlineData("31/02/2026")]
    public void A_date_that_is_in_doubt_or_cannot_be_is_refused(string text)
    {
        Assert.False(LocalTime.TryParseDate(text, out _));
        Assert.False(LocalTime.TryParse(text, wholeDay: false, out _));
        ContentText.ReadSheet($"a,slogan,Giữ rừng,Ban,,,,lanh-dao-ban,MẪU-1,{text}")
            .AssertOne(nameof(ProblemTexts.NotADate), 2, "approvalDate");
    }

    [Fact]
    public void Lines_are_counted_as_the_file_has_them_below_a_line_that_names_the_separator() =>
        ItemSheetReader.Read("items/a.csv", "sep=;\nid;kind;text;issuer\na;slogan;Giữ rừng;\n".Utf8(), ContentText.Known)
            .AssertOne(nameof(ProblemTexts.RequiredKeyMissing), 3, "issuer");

    [Fact]
    public void A_cell_with_line_ends_keeps_them() =>
        Assert.Equal(
            "Rừng còn thì nước còn,\nnước còn thì bản còn.",
            ContentText.ReadSheet("a,slogan,\"Rừng còn thì nước còn,\r\nnước còn thì bản còn.\",Ban", "id,kind,text,issuer")
                .AssertValid().Items.Single().Content.Text.Body);

    [Fact]
    public void A_language_names_its_column_in_any_letters() =>
        Assert.Equal(
            "blt-Tavt",
            Assert.Single(
                ContentText.ReadSheet("a,slogan,Giữ rừng,Ban,ꪹꪚꪙ", "id,kind,text,issuer,BLT-TAVT")
                    .AssertValid().Items.Single().Translations).Language.Value);

    [Fact]
    public void What_nobody_sees_within_an_id_is_named_where_it_stands()
    {
        var problems = ContentText.ReadArticle(
            ContentText.Article.Replace("bung-lao", "bung\u200B-lao", StringComparison.Ordinal)).Problems;

        Assert.Equal([nameof(ProblemTexts.UnknownCommune), nameof(ProblemTexts.InvisibleInside)], problems.Select(problem => problem.Code));
        Assert.All(problems, problem => Assert.Equal(("bung⟨U+200B⟩-lao", 6), (problem.Arguments[0], problem.Place!.Line)));
    }

    [Fact]
    public void The_directory_and_the_glossary_take_what_spreadsheets_write_too()
    {
        var communes =
            "sep=;\r\nID;Name;Kind;Languages;Release;;\r\nbung-lao\u200B;Búng Lao;Commune;\"blt-Tavt;hmn-Latn-x-chv\";automatic;;\r\nmuong-thanh;Mường Thanh;ward;;confirm;;\r\n";
        var read = DirectoryReader.Read(
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(communes)],
            DirectoryText.Destinations.Utf8(),
            DirectoryText.People.Utf8()).AssertValid();
        Assert.Equal(
            DirectoryText.Snapshot().Communes,
            read.Communes,
            (one, other) => (one.Id, one.Name, one.Kind, one.Release) == (other.Id, other.Name, other.Kind, other.Release)
                && one.Languages.SequenceEqual(other.Languages));

        var terms = GlossaryCsv.Read(
            "blt-Tavt.csv", "Language;Source;Target;Rule;Note\nblt-Tavt;cà phê;ꪀꪱ ꪡꪸ;LOCKED;\n".Utf8(), GlossaryFiles.Thai).AssertValid();
        Assert.Equal([GlossaryFiles.Term("cà phê", "ꪀꪱ ꪡꪸ", TermRule.Locked)], terms);
    }

    private static string Semicolons()
    {
        const string Text = "Mỗi nhà một vườn cây, mỗi bản một con đường sạch.";
        return Sheet.Replace(Text, "\u0001", StringComparison.Ordinal).Replace(',', ';').Replace("\u0001", Text, StringComparison.Ordinal);
    }
}
