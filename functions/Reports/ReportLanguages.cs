using System.Globalization;

namespace Dissemination.Reports;

/// <summary>The languages in which every report is written.</summary>
internal static class ReportLanguages
{
    /// <summary>The first one first.</summary>
    public static IReadOnlyList<string> All { get; } = ["vi", "en"];

    /// <summary>The reader's, where reports are written in it; else the first.</summary>
    public static string Current =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is var asked && All.Contains(asked, StringComparer.Ordinal) ? asked : All[0];

    /// <summary>The other one, for the way from a report to the same in it.</summary>
    public static string OtherThan(string language) => All.First(other => other != language);

    /// <summary>Writes something once in each: all texts are in that language meanwhile.</summary>
    public static async Task InEachAsync(Func<string, Task> write)
    {
        var asked = CultureInfo.CurrentUICulture;
        try
        {
            foreach (var language in All)
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                await write(language);
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = asked;
        }
    }
}
