namespace Dissemination.Web.Pages.Campaign;

/// <summary>A chart on a page. Public because the classes made from templates are; what it holds stays the program's own.</summary>
public sealed class BarChartModel
{
    internal BarChartModel(BarChart chart, string file) => (Chart, File) = (chart, file);

    internal BarChart Chart { get; }

    /// <summary>The address of its figures as CSV.</summary>
    internal string File { get; }
}
