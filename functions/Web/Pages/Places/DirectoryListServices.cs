using Dissemination.Deliveries.Connections;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Web.Pages.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Places;

/// <summary>What a list of the directory needs, and the list.</summary>
internal sealed record DirectoryListServices(
    HttpContext Context, [FromServices] DirectoryStore Directories, [FromServices] ConnectionService Connections)
{
    private static readonly Dictionary<DestinationId, DestinationConnection> None = [];

    /// <summary>No transaction; one where destinations are shown.</summary>
    public async Task<IResult> ShowAsync(DirectoryTable table, DirectoryListQuery query, CancellationToken cancellationToken)
    {
        var directory = await Directories.CurrentAsync(cancellationToken);
        var standing = table is DirectoryTable.Destinations
            ? await Connections.OfAsync(directory.Destinations.Where(destination => !destination.IsByHand), cancellationToken)
            : None;
        List<DirectoryRow> all = [.. DirectoryCsv.RowsOf(directory, table)];
        var found = all.FindAll(row => query.Finds(row) && (!query.IsAmiss || IsAmiss(standing, row.Id)));
        return PageAnswers.Page<DirectoryListPage, DirectoryListModel>(
            new(PageFrame.Of(Context, PageLabels.Of(table), query.AddressIn(table)), table, query, directory)
            {
                All = all.Count,
                Found = found.Count,
                Rows = [.. found.Skip(query.From).Take(DirectoryListModel.PageSize).Select(row => RowOf(table, row, directory, standing))],
            });
    }

    private static DirectoryListRow RowOf(
        DirectoryTable table,
        DirectoryRow row,
        DirectorySnapshot directory,
        IReadOnlyDictionary<DestinationId, DestinationConnection> standing)
    {
        var (state, isBad) = table is DirectoryTable.Destinations ? StateOf(standing, row.Id) : (null, false);
        return new(
            DirectoryAddress.Of(table, row.Id),
            row.Name,
            string.Join(
                " · ",
                LineOf(table).Where(column => IsSaid(column, row.Cells[column]))
                    .Select(column => DirectoryWords.ValueOf(table, column, row.Cells[column], directory))),
            state,
            isBad);
    }

    /// <summary>What tells people something: of addresses those that are names, not a channel's own numbers.</summary>
    private static bool IsSaid(string column, string value) =>
        value.Length > 0 && (column != "address" || value[0] is '@' || value.Contains(' ', StringComparison.Ordinal));

    private static string[] LineOf(DirectoryTable table) => table switch
    {
        DirectoryTable.Communes => ["kind", "languages", "release", "mergedInto"],
        DirectoryTable.Destinations => ["commune", "channel", "address", "languages"],
        _ => ["roles", "commune", "languages"],
    };

    private static (string? State, bool IsBad) StateOf(IReadOnlyDictionary<DestinationId, DestinationConnection> standing, string id) =>
        !standing.TryGetValue(DestinationId.Parse(id, null), out var connection) ? (null, false)
        : connection.IsClosed ? (Texts.DestinationDisabled, true)
        : connection.Problem is not null ? (Texts.LaneNotConfigured, true)
        : connection.IsPreview ? (Texts.LanePreview, false)
        : (null, false);

    private static bool IsAmiss(IReadOnlyDictionary<DestinationId, DestinationConnection> standing, string id) =>
        StateOf(standing, id).IsBad;
}
