using System.Globalization;
using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>
/// Woken by the timer: reminds each commune of the hand tasks that are open for too long, with one alert that goes by itself once none is;
/// and hands over what its people are told elsewhere, before and after.
/// </summary>
internal sealed class HandTaskReminder(
    WaitingReader waiting,
    ConfirmedTaskStore confirmed,
    DirectoryStore directories,
    AlertStore alerts,
    ReminderHandOver reminders,
    Store store,
    TimeProvider time)
{
    /// <summary>The kind of its alerts; their subject is the commune.</summary>
    public const string AlertKind = "hand-tasks";

    /// <summary>
    /// A query for each thousand rows with open hand tasks and two small ones, and a write only where something changed; where people are
    /// told elsewhere, the rows once more and one transaction for each commune with news.
    /// </summary>
    public async Task RemindAsync(CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        var raised = await alerts.OfKindAsync(AlertKind, cancellationToken)
            .ToDictionaryAsync(alert => alert.Subject, StringComparer.Ordinal, cancellationToken);
        var late = await waiting.LateAsync(cancellationToken);
        foreach (var commune in directory.Current.Select(commune => commune.Id).Where(late.ContainsKey))
        {
            var problem = ProblemOf(late[commune]);
            if (!raised.Remove(commune.Value, out var alert) || !SaysTheSame(alert.Problem, problem))
            {
                await alerts.RaiseAsync(AlertKind, commune.Value, problem, retry: null, commune.Value, cancellationToken);
            }
        }

        await reminders.HandOverAsync(cancellationToken);
        await confirmed.PruneAsync(cancellationToken);

        // What is left belongs to communes where nothing is late any more.
        foreach (var alert in raised.Values)
        {
            await alerts.DismissAsync(AlertKind, AlertStore.KeyOf(alert.Subject), cancellationToken);
        }
    }

    /// <summary>
    /// Staff remind a commune of what is late there: the alert that its people see comes up anew. A query for each thousand rows with open
    /// hand tasks, and two writes.
    /// </summary>
    /// <param name="item">Whose page it was done from.</param>
    /// <returns>Why nothing was done.</returns>
    public async Task<Problem?> AskAsync(CommuneId commune, ItemId item, Person by, CancellationToken cancellationToken)
    {
        if (by.StaffProblem is { } problem)
        {
            return problem;
        }

        if (!(await waiting.LateAsync(cancellationToken)).TryGetValue(commune, out var late))
        {
            return new(nameof(ProblemTexts.NothingLateThere));
        }

        await store.RecordAsync(
            new HistoryEntry(item.Value, time.GetUtcNow(), by.Id.Value, "commune-reminded", Detail: commune.Value), cancellationToken);
        await alerts.RaiseAsync(AlertKind, commune.Value, ProblemOf(late), retry: null, commune.Value, cancellationToken);
        return null;
    }

    /// <summary>What is late, in words.</summary>
    public static Problem ProblemOf(LateTasks late) => new(
        nameof(ProblemTexts.HandTasksLate), null, late.Number.ToString(CultureInfo.InvariantCulture), LocalTime.Text(late.Oldest));

    // Records compare immutable arrays by reference.
    private static bool SaysTheSame(Problem one, Problem other) => one.Code == other.Code && one.Arguments.SequenceEqual(other.Arguments);
}
