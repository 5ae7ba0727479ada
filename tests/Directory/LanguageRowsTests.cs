using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Tests.Problems;
using FsCheck.Xunit;

namespace Dissemination.Tests.Directory;

public sealed class LanguageRowsTests
{
    private const string Header = "tag,name,englishName,script,spelling,detector,fonts,convertsTo,conversion,machine";
    private const string Vietnamese = "vi,Tiếng Việt,Vietnamese,Latn,,latin,Be Vietnam Pro,,,";

    [Fact]
    public void The_program_knows_its_six_languages() =>
        Assert.Equal(
            ["blt-Latn", "blt-Tavt", "hmn-Latn-x-chv", "mww-Latn-x-rpa", "twh-Tavt", "vi"],
            Languages.All.Select(language => language.Tag.Value));

    [Theory]
    [InlineData("blt-Tavt", "TaiViet", "TaiDam")]
    [InlineData("twh-Tavt", "TaiViet", "TaiDon")]
    [InlineData("blt-Latn", "Latin", "Latin")]
    [InlineData("hmn-Latn-x-chv", "Latin", "Chv")]
    [InlineData("mww-Latn-x-rpa", "Latin", "Rpa")]
    public void Each_is_written_and_checked_as_its_row_says(string tag, string script, string detector)
    {
        var language = Languages.Find(new(tag))!;

        Assert.Equal((script, detector), (language.Script.ToString(), language.Detector.ToString()));
        Assert.NotEmpty(language.Fonts);
    }

    [Fact]
    public void Only_one_spelling_has_a_machine_translator_and_no_other_language_stands_in_for_the_rest() =>
        Assert.Equal(
            [("mww-Latn-x-rpa", "mww")],
            Languages.All.Where(language => language.MachineCode is not null)
                .Select(language => (language.Tag.Value, language.MachineCode!)));

    [Fact]
    public void The_spellings_of_Mong_turn_into_one_another_and_one_way_is_a_draft()
    {
        Assert.Equal(new(new("mww-Latn-x-rpa"), IsDraft: false), Languages.Find(new("hmn-Latn-x-chv"))!.Conversion);
        Assert.Equal(new(new("hmn-Latn-x-chv"), IsDraft: true), Languages.Find(new("mww-Latn-x-rpa"))!.Conversion);
    }

    [Theory]
    [InlineData("th,Tiếng Thái Lan,Thai,Latn,,latin,Noto Sans,,,", nameof(ProblemTexts.LanguageRefused), "tag")]
    [InlineData("lo-Laoo,Tiếng Lào,Lao,Latn,,latin,Noto Sans,,,", nameof(ProblemTexts.LanguageRefused), "tag")]
    [InlineData("tha,Tiếng Thái Lan,Thai,Latn,,latin,Noto Sans,,,", nameof(ProblemTexts.LanguageRefused), "tag")]
    [InlineData("lao-Laoo,Tiếng Lào,Lao,Latn,,latin,Noto Sans,,,", nameof(ProblemTexts.LanguageRefused), "tag")]
    [InlineData("TH-th,Tiếng Thái Lan,Thai,Latn,,latin,Noto Sans,,,", nameof(ProblemTexts.LanguageRefused), "tag")]
    [InlineData("Thái Đen,Thái Đen,Tai Dam,Latn,,latin,Noto Sans,,,", nameof(ProblemTexts.LanguageTagMalformed), "tag")]
    [InlineData("a.b,A,A,Latn,,latin,Noto Sans,,,", nameof(ProblemTexts.LanguageTagMalformed), "tag")]
    [InlineData("vi,Tiếng Việt,Vietnamese,Latn,,latin,Noto Sans,,,", nameof(ProblemTexts.IdTwice), "tag")]
    [InlineData("blt-Tavt,,Tai Dam,Tavt,,tai-dam,Noto Sans,,,", nameof(ProblemTexts.RequiredKeyMissing), "name")]
    [InlineData("blt-Tavt,Thái Đen,Tai Dam,Thai,,latin,Noto Sans,,,", nameof(ProblemTexts.NotAChoice), "script")]
    [InlineData("blt-Tavt,Thái Đen,Tai Dam,Tavt,,thai,Noto Sans,,,", nameof(ProblemTexts.NotAChoice), "detector")]
    [InlineData("blt-Tavt,Thái Đen,Tai Dam,Tavt,,rpa,Noto Sans,,,", nameof(ProblemTexts.DetectorOfOtherScript), "detector")]
    [InlineData("blt-Latn,Thái Đen,Tai Dam,Latn,,tai-dam,Noto Sans,,,", nameof(ProblemTexts.DetectorOfOtherScript), "detector")]
    [InlineData("blt-Latn,Thái Đen,Tai Dam,Latn,,latin,,,,", nameof(ProblemTexts.RequiredKeyMissing), "fonts")]
    [InlineData(
        "hmn-Latn-x-chv,Mông,Mông,Latn,chv,chv,Noto Sans,mww-Latn-x-rpa,draft,", nameof(ProblemTexts.LanguageUnknown), "convertsTo")]
    [InlineData("hmn-Latn-x-chv,Mông,Mông,Latn,chv,chv,Noto Sans,vi,half,", nameof(ProblemTexts.NotAChoice), "conversion")]
    public void A_bad_row_is_reported_with_its_line(string row, string code, string field) =>
        LanguageRows.Read($"{Header}\n{Vietnamese}\n{row}\n".Utf8()).AssertOne(code, 3, field);

    [Fact]
    public void Without_Vietnamese_there_is_no_original() =>
        LanguageRows.Read($"{Header}\nblt-Latn,Thái Đen,Tai Dam,Latn,,latin,Be Vietnam Pro,,,\n".Utf8())
            .AssertOne(nameof(ProblemTexts.LanguageUnknown), null);

    [Fact]
    public void A_bad_file_stops_the_program_with_the_place_and_the_reason()
    {
        var stopped = Assert.Throws<InvalidDataException>(
            () => Languages.Checked(LanguageRows.Read($"{Header}\n{Vietnamese}\nth,Thái,Thai,Latn,,latin,Noto Sans,,,\n".Utf8())));

        Assert.StartsWith("languages.csv:3 (tag): “th” is the language of Thailand", stopped.Message, StringComparison.Ordinal);
    }

    [Property]
    public bool Any_bytes_are_languages_or_problems(byte[] bytes) =>
        LanguageRows.Read(bytes) is { IsValid: true } or { Problems.IsEmpty: false };
}
