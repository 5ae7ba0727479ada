using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>A table of the campaign, as its page shows it and its file holds it: the figures are the same ones.</summary>
/// <param name="Name">What its address calls it.</param>
/// <param name="Caption">What is seen in it.</param>
/// <param name="Columns">The first one names the row.</param>
internal sealed record CampaignTable(
    string Name, string Title, string Caption, ImmutableArray<CampaignColumn> Columns, ImmutableArray<ImmutableArray<CampaignValue>> Rows)
{
    /// <summary>What it comes to, in few words; null where they would say nothing.</summary>
    public string? Answer { get; init; }

    /// <summary>The same as the table of a file.</summary>
    public ExcelTable ToSheet() => new(
        Title,
        [.. Columns.Select((column, at) => new ExcelColumn(column.FileName, at == 0 ? 34 : column.IsNumber ? 14 : 26))],
        Rows.Select(row => row.Select(value => value.Cell).ToArray()));
}
