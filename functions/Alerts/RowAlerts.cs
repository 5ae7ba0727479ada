using Azure.Data.Tables;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Alerts;

/// <summary>
/// Tells people of the rows that stand still: those that cannot be read and the steps of the outbox that fail, each with one alert that
/// goes by itself once the row is gone or another.
/// </summary>
internal sealed partial class RowAlerts(Store store, AlertStore alerts, ILogger<RowAlerts> logger)
{
    /// <summary>The kind of the alerts about rows that cannot be read; their subject is the row's place.</summary>
    public const string UnreadableKind = "row";

    /// <summary>The kind of the alerts about steps that fail; their subject is the row's place.</summary>
    public const string StepKind = "step";

    /// <summary>What people were told of; null until it is known what they were told before the program began.</summary>
    private Dictionary<string, RowTrouble>? _told;

    /// <summary>
    /// Woken by the timer. Nothing where no row stands still, besides two transactions when the program begins; else one for each row that
    /// people were told of.
    /// </summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        _told ??= await alerts.OfKindAsync(UnreadableKind, cancellationToken)
            .Concat(alerts.OfKindAsync(StepKind, cancellationToken))
            .Select(TroubleOf)
            .OfType<RowTrouble>()
            .ToDictionaryAsync(KeyOf, StringComparer.Ordinal, cancellationToken);
        await ClearAsync(_told, cancellationToken);
        while (store.Troubles.Next() is { } trouble)
        {
            if (_told.GetValueOrDefault(KeyOf(trouble)) == trouble)
            {
                continue;
            }

            try
            {
                LogStandsStill(trouble.Place, trouble.Step ?? "read");
                await alerts.RaiseAsync(KindOf(trouble), trouble.Place, ProblemOf(trouble), retry: null, cancellationToken);
                _told[KeyOf(trouble)] = trouble;
            }
            catch
            {
                store.Troubles.PutBack(trouble);
                throw;
            }
        }
    }

    /// <summary>Takes down what no longer holds.</summary>
    private async Task ClearAsync(Dictionary<string, RowTrouble> told, CancellationToken cancellationToken)
    {
        foreach (var (key, trouble) in told.ToList())
        {
            var row = await store.Table(trouble.Table).GetEntityIfExistsAsync<TableEntity>(
                trouble.PartitionKey, trouble.RowKey, select: [nameof(TableEntity.RowKey)], cancellationToken);
            if (!row.HasValue || row.Value!.ETag.ToString() != trouble.Version)
            {
                await alerts.DismissAsync(KindOf(trouble), AlertStore.KeyOf(trouble.Place), cancellationToken);
                store.Troubles.Forget(trouble);
                told.Remove(key);
            }
        }
    }

    private static Problem ProblemOf(RowTrouble trouble) =>
        trouble.Step is { } step
            ? new(nameof(ProblemTexts.StepFails), null, trouble.Table, trouble.PartitionKey, trouble.RowKey, trouble.Version, step)
            : new(nameof(ProblemTexts.RowUnreadable), null, trouble.Table, trouble.PartitionKey, trouble.RowKey, trouble.Version);

    /// <summary>What an alert tells of; null where a newer program told it in other words.</summary>
    private static RowTrouble? TroubleOf(Alert alert) =>
        alert.Problem.Arguments is [var table, var partition, var row, var version, .. var step]
        && TableNames.All.Contains(table, StringComparer.Ordinal)
            ? new(table, partition, row, version, step.IsEmpty ? null : step[0])
            : null;

    private static string KindOf(RowTrouble trouble) => trouble.Step is null ? UnreadableKind : StepKind;

    private static string KeyOf(RowTrouble trouble) => $"{KindOf(trouble)} {trouble.Place}";

    [LoggerMessage(LogLevel.Error, "The row {Row} stands still: {Step} fails")]
    private partial void LogStandsStill(string row, string step);
}
