namespace Dissemination.Web.Pages.Campaign;

/// <summary>A table on a page.</summary>
public sealed class CampaignTableModel
{
    internal CampaignTableModel(CampaignTable table, string? file, int? most = null) =>
        (Table, File, Most, IsOpen) = (table, file, most, table.Name is "commune");

    internal CampaignTable Table { get; }

    /// <summary>The address of all of it as a file; null where there is none.</summary>
    internal string? File { get; }

    /// <summary>The address of the same as an Excel file; null where there is none.</summary>
    internal string? Excel => File?.Replace(".csv", ".xlsx", StringComparison.Ordinal);

    /// <summary>How many rows are shown; null for all.</summary>
    internal int? Most { get; }

    /// <summary>The chart above it; null where it is as easy to read.</summary>
    internal BarChart? Chart { get; init; }

    /// <summary>Whether it is open before anybody asks for it, as what a page is about.</summary>
    internal bool IsOpen { get; init; }
}
