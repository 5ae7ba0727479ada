using System.Globalization;
using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Problems;

namespace Dissemination.Publishing;

/// <summary>Woken by the timer: reminds each commune of the hand tasks that are open for too long, with one notice that goes by itself once none is.</summary>
internal sealed class HandTaskReminder(DeliveryLists lists, ConfirmedTasks confirmed, DirectoryStore directories, NoticeBoard notices)
{
    /// <summary>The kind of its notices; their subject is the commune.</summary>
    public const string NoticeKind = "hand-tasks";

    /// <summary>Two small queries for each commune, and a write only where something changed.</summary>
    public async Task RemindAsync(CancellationToken cancellation)
    {
        var directory = await directories.CurrentAsync(cancellation);
        var raised = await notices.OfKindAsync(NoticeKind, cancellation).ToDictionaryAsync(notice => notice.Subject, StringComparer.Ordinal, cancellation);
        foreach (var commune in directory.Communes)
        {
            var board = await lists.HandTaskBoardAsync(commune.Id, cancellation);
            if (ProblemOf(board) is { } problem)
            {
                if (!raised.Remove(commune.Id.Value, out var notice) || !SaysTheSame(notice.Problem, problem))
                {
                    await notices.RaiseAsync(NoticeKind, commune.Id.Value, problem, retry: null, commune.Id.Value, cancellation);
                }
            }

            await confirmed.PruneAsync(commune.Id, cancellation);
        }

        // What is left belongs to communes where nothing is late any more.
        foreach (var notice in raised.Values)
        {
            await notices.DismissAsync(NoticeKind, NoticeBoard.KeyOf(notice.Subject), cancellation);
        }
    }

    /// <summary>What is late, in words; null where nothing is.</summary>
    public static Problem? ProblemOf(HandTaskBoard board) =>
        board.Late > 0 && board.Oldest is { } oldest
            ? new(nameof(ProblemTexts.HandTasksLate), null, board.Late.ToString(CultureInfo.InvariantCulture), LocalTime.Text(oldest))
            : null;

    // Records compare immutable arrays by reference.
    private static bool SaysTheSame(Problem one, Problem other) => one.Code == other.Code && one.Arguments.SequenceEqual(other.Arguments);
}
