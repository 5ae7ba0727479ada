using System.Globalization;
using Dissemination.Alerts;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Translation.Review;

/// <summary>
/// Woken by the timer: reminds each commune of the translations that it was asked for and that are late, with one alert that goes by itself
/// once none is.
/// </summary>
internal sealed class TranslationReminder(Store store, AlertStore alerts, DirectoryStore directories, TimeProvider time)
{
    /// <summary>The kind of its alerts; their subject is the commune.</summary>
    public const string AlertKind = "translations";

    /// <summary>One transaction for each thousand open translations, and a write only where something changed.</summary>
    public async Task RemindAsync(CancellationToken cancellationToken)
    {
        var raised = await alerts.OfKindAsync(AlertKind, cancellationToken)
            .ToDictionaryAsync(alert => alert.Subject, StringComparer.Ordinal, cancellationToken);
        foreach (var (commune, late) in await LateAsync(cancellationToken))
        {
            var problem = new Problem(
                nameof(ProblemTexts.TranslationsLate),
                null,
                late.Count.ToString(CultureInfo.InvariantCulture),
                LocalTime.Text(LocalTime.LastDay(late.Oldest)));
            if (!raised.Remove(commune.Value, out var alert) || alert.Problem.Code != problem.Code
                || !alert.Problem.Arguments.SequenceEqual(problem.Arguments))
            {
                await alerts.RaiseAsync(AlertKind, commune.Value, problem, retry: null, commune.Value, cancellationToken);
            }
        }

        // What is left belongs to communes where nothing is late any more.
        foreach (var alert in raised.Values)
        {
            await alerts.DismissAsync(AlertKind, AlertStore.KeyOf(alert.Subject), cancellationToken);
        }
    }

    /// <summary>How many are late in each commune, and since when the oldest is.</summary>
    private async Task<Dictionary<CommuneId, (int Count, DateTimeOffset Oldest)>> LateAsync(CancellationToken cancellationToken)
    {
        Dictionary<CommuneId, (int Count, DateTimeOffset Oldest)> late = [];
        var (now, directory) = (time.GetUtcNow(), await directories.CurrentAsync(cancellationToken));
        await foreach (var row in store.Editorial.StartingWithAsync(
            Keys.Editorial, Keys.InboxPrefix, TranslationJson.Default.InboxEntry, cancellationToken))
        {
            if (row.Value is { Assignment: { DueAt: { } due } asked } && due < now)
            {
                var commune = directory.Successor(asked.Commune);
                var before = late.GetValueOrDefault(commune, (0, due));
                late[commune] = (before.Item1 + 1, due < before.Item2 ? due : before.Item2);
            }
        }

        return late;
    }
}
