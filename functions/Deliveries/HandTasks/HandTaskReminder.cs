using System.Globalization;
using Dissemination.Alerts;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>
/// Woken by the timer: reminds each commune of the hand tasks that are open for too long, with one alert that goes by itself once none is.
/// </summary>
internal sealed class HandTaskReminder(DeliveryListReader lists, ConfirmedTaskStore confirmed, DirectoryStore directories, AlertStore alerts)
{
    /// <summary>The kind of its alerts; their subject is the commune.</summary>
    public const string AlertKind = "hand-tasks";

    /// <summary>Two small queries for each commune, and a write only where something changed.</summary>
    public async Task RemindAsync(CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        var raised = await alerts.OfKindAsync(AlertKind, cancellationToken)
            .ToDictionaryAsync(alert => alert.Subject, StringComparer.Ordinal, cancellationToken);
        foreach (var commune in directory.Current)
        {
            var board = await lists.HandTaskBoardAsync(commune.Id, cancellationToken);
            if (ProblemOf(board) is { } problem)
            {
                if (!raised.Remove(commune.Id.Value, out var alert) || !SaysTheSame(alert.Problem, problem))
                {
                    await alerts.RaiseAsync(AlertKind, commune.Id.Value, problem, retry: null, commune.Id.Value, cancellationToken);
                }
            }
        }

        foreach (var commune in directory.Communes)
        {
            await confirmed.PruneAsync(commune.Id, cancellationToken);
        }

        // What is left belongs to communes where nothing is late any more.
        foreach (var alert in raised.Values)
        {
            await alerts.DismissAsync(AlertKind, AlertStore.KeyOf(alert.Subject), cancellationToken);
        }
    }

    /// <summary>What is late, in words; null where nothing is.</summary>
    public static Problem? ProblemOf(HandTaskList board) =>
        board.Late > 0 && board.Oldest is { } oldest
            ? new(nameof(ProblemTexts.HandTasksLate), null, board.Late.ToString(CultureInfo.InvariantCulture), LocalTime.Text(oldest))
            : null;

    // Records compare immutable arrays by reference.
    private static bool SaysTheSame(Problem one, Problem other) => one.Code == other.Code && one.Arguments.SequenceEqual(other.Arguments);
}
