using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reports.Calendar;

namespace Dissemination.Tests.Reports.Calendar;

/// <summary>The calendar as other programs read it.</summary>
public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset At = new(2026, 12, 2, 0, 0, 0, TimeSpan.Zero);

    private static readonly LanguageTag Thai = LanguageTag.Parse("blt-Tavt", null);

    [Fact]
    public void An_entry_names_its_languages_as_people_do()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");

        var text = Write(Entry("bai", At, LanguageTag.Vietnamese, Thai));

        var name = Languages.NameOf(Thai, CultureInfo.CurrentUICulture);
        Assert.Contains($"{name}: {Labels.Of(CalendarState.Planned)}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("blt-Tavt", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_went_out_of_an_item_before_is_another_entry_and_what_is_to_come_keeps_its_name()
    {
        var text = Write(
            Entry("bai", At.AddDays(-3), LanguageTag.Vietnamese), Entry("bai", At, LanguageTag.Vietnamese), Entry("bai", At.AddDays(1), Thai));

        string[] names = [.. text.Split("\r\n").Where(line => line.StartsWith("UID:", StringComparison.Ordinal))];
        Assert.Equal(3, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("UID:bai.vi@dissemination", names);
        Assert.Contains("UID:bai.blt-Tavt@dissemination", names);
    }

    private static string Write(params CalendarEntry[] entries) =>
        CalendarFile.Write(entries, "https://example.org", At).Replace("\r\n ", "", StringComparison.Ordinal);

    private static CalendarEntry Entry(string item, DateTimeOffset at, params LanguageTag[] languages) => new(
        new(item), at, "Bài", ItemKind.Article, [.. languages.Select(language => new CalendarLine(language, CalendarState.Planned, 1, 1))]);
}
