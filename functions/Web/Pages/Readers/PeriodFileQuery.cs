using Dissemination.Reports;
using Dissemination.Reports.Periods;

namespace Dissemination.Web.Pages.Readers;

/// <summary>The file of a report that an address names.</summary>
internal sealed record PeriodFileQuery(ReportPeriod Period, int Edition, string Language, string Name)
{
    private static readonly string[] Kinds = [".html", ".xlsx", ".csv"];

    /// <summary>Whether there can be one of that name.</summary>
    public bool IsPossible =>
        ReportLanguages.All.Contains(Language, StringComparer.Ordinal)
        && Kinds.FirstOrDefault(kind => Name.EndsWith(kind, StringComparison.Ordinal)) is { } end
        && Name[..^end.Length].All(char.IsAsciiLetterLower);

    public PeriodFile ToFile() => new(new(Period, Edition), Language, Name);
}
