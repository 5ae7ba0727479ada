using Dissemination.Content;
using Dissemination.Directory.Changes;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>What follows once a directory was taken: the lines of its rows' record, and figures that stand under other names now.</summary>
internal sealed class DirectoryFollowUp(RowRecord rows, ReportsAnew reports)
{
    /// <summary>Few transactions; after a merger one more for each hundred items.</summary>
    public async Task RunAsync(DirectoryChange change, HistoryEntry origin, CancellationToken cancellationToken)
    {
        // What founds a directory is one line of the record, and not one for each of its rows.
        if (!DirectoryDuties.IsFounding(change.Current))
        {
            await rows.WriteAsync(change.Difference, origin, change.Note?.ProposedBy, cancellationToken);
        }

        // Of an item that has been quiet for long, too.
        if (change.Difference.MovesPlaces)
        {
            await reports.AskForAllAsync(cancellationToken);
        }
    }
}
