using System.Globalization;
using Dissemination.Directory;
using Dissemination.Tests.Problems;
using FsCheck.Xunit;

namespace Dissemination.Tests.Directory;

public sealed class DirectoryReaderTests
{
    [Fact]
    public void A_good_directory_is_read_as_it_is_written()
    {
        var directory = DirectoryText.Snapshot();

        var commune = directory.Find(new CommuneId("bung-lao"))!;
        Assert.Equal(("Búng Lao", CommuneKind.Commune, ReleasePolicy.Automatic), (commune.Name, commune.Kind, commune.Release));
        Assert.Equal(["blt-Tavt", "hmn-Latn-x-chv"], commune.Languages.Select(language => language.Value));
        Assert.Equal(ReleasePolicy.Confirm, directory.Find(new CommuneId("muong-thanh"))!.Release);
        var telegram = directory.Find(DestinationId.Parse("bung-lao.telegram", CultureInfo.InvariantCulture))!;
        Assert.Equal((ChannelKind.Telegram, "@bung_lao", "telegram_tinh"), (telegram.Channel, telegram.Address, telegram.Credential));
        Assert.Null(directory.Find(DestinationId.Parse("bung-lao.loa", CultureInfo.InvariantCulture))!.Credential);
        Assert.True(directory.Find(new PersonId("lanh-dao-ban"))!.Is(Role.Approver));
        Assert.Equal(new CommuneId("bung-lao"), directory.Find(new PersonId("bung-lao-1"))!.Commune);
    }

    [Theory]
    [InlineData("bung-lao,Búng Lao,commune,th,automatic", "LanguageRefused", "languages")]
    [InlineData("bung-lao,Búng Lao,commune,lo-LA,automatic", "LanguageRefused", "languages")]
    [InlineData("bung-lao,Búng Lao,commune,blt,automatic", "LanguageUnknown", "languages")]
    [InlineData("bung-lao,Búng Lao,commune,vi,automatic", "VietnameseIsImplied", "languages")]
    [InlineData("bung-lao,Búng Lao,commune,blt-Tavt;blt-Tavt,automatic", "ListedTwice", "languages")]
    [InlineData("bung-lao,Búng Lao,village,,automatic", "NotAChoice", "kind")]
    [InlineData("bung-lao,Búng Lao,commune,,later", "NotAChoice", "release")]
    [InlineData("bung-lao,,commune,,automatic", "RequiredKeyMissing", "name")]
    [InlineData("Bung Lao,Búng Lao,commune,,automatic", "IdMalformed", "id")]
    [InlineData("muong-thanh,Búng Lao,commune,,automatic", "IdTwice", "id")]
    [InlineData("bung-lao,Búng Lao,commune,automatic", "RowLength", null)]
    [InlineData("bung-lao,\"Búng\" Lao,commune,,automatic", "CsvQuote", null)]
    public void A_bad_commune_is_reported_with_its_line(string row, string code, string? field)
    {
        var read = DirectoryText.Read(
            communes: $"{DirectoryText.CommunesHeader}\nmuong-thanh,Mường Thanh,ward,blt-Tavt,confirm\n{row}\n",
            destinations: $"{DirectoryText.DestinationsHeader}\nmuong-thanh,web,website,Trang tin,,,\n",
            people: $"{DirectoryText.PeopleHeader}\ncan-bo,Cán bộ,staff,,\n");
        read.AssertOne(code, 3, field);
        Assert.Equal("communes.csv", read.Problems[0].Place!.File);
    }

    [Theory]
    [InlineData("na-bung,web,website,Trang,,,", "UnknownCommune", "commune")]
    [InlineData("bung-lao,Web,website,Trang,,,", "IdMalformed", "id")]
    [InlineData("bung-lao,web,myspace,Trang,,,", "NotAChoice", "channel")]
    [InlineData("bung-lao,web,website,,,,", "RequiredKeyMissing", "name")]
    [InlineData("bung-lao,fb,facebook,Trang,,facebook_bung_lao,", "RequiredKeyMissing", "address")]
    [InlineData("bung-lao,nhom,group,Nhóm,,,", "RequiredKeyMissing", "address")]
    [InlineData("bung-lao,fb,facebook,Trang,123,,", "RequiredKeyMissing", "credential")]
    [InlineData("bung-lao,fb,facebook,Trang,123,Facebook-Token,", "CredentialMalformed", "credential")]
    [InlineData("bung-lao,zalo,zalo,Nhóm,nhóm 1,zalo_tinh,", "DestinationAddressUnknown", "address")]
    [InlineData("bung-lao,zalo,zalo,Nhóm,group:,zalo_tinh,", "DestinationAddressUnknown", "address")]
    [InlineData("bung-lao,zalo,zalo,Nhóm,page:12,zalo_tinh,", "DestinationAddressUnknown", "address")]
    [InlineData("bung-lao,web,website,Trang,,,twh-Tavt", "LanguageNotSpoken", "languages")]
    [InlineData("bung-lao,web,website,Trang,,,xx", "LanguageUnknown", "languages")]
    public void A_bad_destination_is_reported_with_its_line(string row, string code, string field)
    {
        var read = DirectoryText.Read(destinations: $"{DirectoryText.DestinationsHeader}\n\n{row}\n");
        read.AssertOne(code, 3, field);
        Assert.Equal("destinations.csv", read.Problems[0].Place!.File);
    }

    [Theory]
    [InlineData("a,Một,boss,,", "NotAChoice", "roles")]
    [InlineData("a,Một,,,", "RequiredKeyMissing", "roles")]
    [InlineData("a,Một,communicator,,blt-Tavt", "RequiredKeyMissing", "commune")]
    [InlineData("a,Một,communicator,bung-lao,", "RequiredKeyMissing", "languages")]
    [InlineData("a,Một,communicator,bung-lao,mww-Latn-x-rpa", "LanguageNotSpoken", "languages")]
    [InlineData("a,Một,communicator,na-bung,blt-Tavt", "UnknownCommune", "commune")]
    [InlineData("can-bo,Một,staff,,", "IdTwice", "id")]
    public void A_bad_person_is_reported_with_its_line(string row, string code, string field) =>
        DirectoryText.Read(people: $"{DirectoryText.PeopleHeader}\ncan-bo,Cán bộ,staff,,\n{row}\n").AssertOne(code, 3, field);

    [Fact]
    public void A_person_may_be_known_to_Telegram_by_a_number_and_need_not()
    {
        var directory = DirectoryText.Read(
            people: $"{DirectoryText.PeopleHeader},telegram\ncan-bo,Cán bộ,staff,,,5123456789\nlanh-dao,Lãnh đạo,leader,,,\n")
                .AssertValid();

        Assert.Equal([5_123_456_789, null], directory.People.Select(person => person.Telegram));
        Assert.Equal("can-bo", directory.FindByTelegram(5_123_456_789)?.Id.Value);
        Assert.Null(directory.FindByTelegram(1));
    }

    [Theory]
    [InlineData("5.12E+09", "TelegramNotANumber")]
    [InlineData("@ten", "TelegramNotANumber")]
    [InlineData("-1001", "TelegramNotANumber")]
    [InlineData("0", "TelegramNotANumber")]
    [InlineData("77", "TelegramTwice")]
    public void A_number_on_Telegram_that_is_none_or_another_persons_is_reported_with_its_line(string number, string code) =>
        DirectoryText.Read(people: $"{DirectoryText.PeopleHeader},telegram\ncan-bo,Cán bộ,staff,,,77\na,Một,staff,,,{number}\n")
            .AssertOne(code, 3, "telegram");

    [Fact]
    public void The_same_name_in_two_communes_is_two_destinations() =>
        DirectoryText.Read(destinations: $"{DirectoryText.DestinationsHeader}\nbung-lao,web,website,A,,,\nmuong-thanh,web,website,B,,,")
            .AssertValid();

    [Fact]
    public void A_missing_and_an_unknown_column_are_reported_once_and_not_for_each_row() =>
        Assert.Equal(
            ["ColumnMissing:1", "ColumnUnknown:1"],
            DirectoryText.Read(
                communes: "id,name,kind,tongue,release\nbung-lao,Búng Lao,commune,,automatic\nmuong-thanh,Mường Thanh,ward,,confirm",
                destinations: $"{DirectoryText.DestinationsHeader}\nbung-lao,web,website,A,,,",
                people: $"{DirectoryText.PeopleHeader}\ncan-bo,Cán bộ,staff,,")
                .Problems.AtLines());

    [Fact]
    public void All_problems_of_all_files_come_at_once() =>
        Assert.Equal(
            ["NotAChoice:2", "UnknownCommune:2", "FileEmpty:"],
            DirectoryText.Read(
                communes: $"{DirectoryText.CommunesHeader}\nbung-lao,Búng Lao,town,,automatic\n",
                destinations: $"{DirectoryText.DestinationsHeader}\nna-bung,web,website,A,,,",
                people: "").Problems.AtLines());

    [Fact]
    public void A_row_begins_on_the_line_of_its_first_cell() =>
        DirectoryText.Read(
            communes: $"{DirectoryText.CommunesHeader}\n\nbung-lao,\"Búng\nLao\",commune,blt-Tavt,automatic\nmuong-thanh,Mường Thanh,city,,confirm")
            .AssertOne("NotAChoice", 5, "kind");

    [Fact]
    public void A_quote_that_is_never_closed_is_reported_where_its_row_begins() =>
        Assert.Contains(
            "CsvQuote:2",
            DirectoryText.Read(
                communes: $"{DirectoryText.CommunesHeader}\nbung-lao,\"Búng Lao,commune,,automatic\nmuong-thanh,Mường Thanh,ward,,confirm").Problems.AtLines());

    [Fact]
    public void What_nobody_sees_within_a_name_is_named_where_it_stands()
    {
        var read = DirectoryText.Read(
            communes: DirectoryText.Communes.Replace("Búng Lao", "\u200BBúng\u00AD Lao\uFEFF", StringComparison.Ordinal));

        read.AssertOne("InvisibleInside", 2, "name");
        Assert.Equal("Búng⟨U+00AD⟩ Lao", read.Problems[0].Arguments[0]);
    }

    [Fact]
    public void A_credential_that_is_refused_is_not_repeated() =>
        Assert.DoesNotContain(
            "123:SECRET",
            string.Concat(
                DirectoryText.Read(
                    destinations: $"{DirectoryText.DestinationsHeader}\nbung-lao,tg,telegram,A,@a,123:SECRET,").Problems.SelectMany(
                        problem => problem.Arguments)));

    [Property]
    public bool Any_bytes_are_a_directory_or_problems(byte[] communes, byte[] destinations, byte[] people) =>
        DirectoryReader.Read(communes, destinations, people) is { IsValid: true } or { Problems.IsEmpty: false };

    [Property]
    public void Any_cell_is_taken_or_reported(string? cell, byte column)
    {
        var cells = "bung-lao,telegram,telegram,Kênh,@a,telegram_tinh,vi".Split(',');
        cells[column % cells.Length] = $"\"{cell?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var read = DirectoryText.Read(destinations: $"{DirectoryText.DestinationsHeader}\n{string.Join(',', cells)}\n");
        Assert.True(read.IsValid || read.Problems.All(problem => problem.Place is { File: "destinations.csv" }));
    }
}
