using System.Globalization;

namespace Dissemination.Reports.Periods;

/// <summary>A file of a report.</summary>
/// <param name="Language"><c>vi</c> or <c>en</c>.</param>
/// <param name="Name">For example <c>report.html</c>; beside one another, so that they name each other by that alone.</param>
internal sealed record PeriodFile(PeriodEdition Report, string Language, string Name)
{
    public const string Html = "report.html";

    public const string Excel = "report.xlsx";

    public string BlobName =>
        string.Create(CultureInfo.InvariantCulture, $"periods/{Report.Period}/{Report.Edition}/{Language}/{Name}");

    /// <summary>Where people find it.</summary>
    public string Address => $"/reports/{BlobName}";

    public static string Csv(string table) => $"{table}.csv";
}
