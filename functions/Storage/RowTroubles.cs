using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace Dissemination.Storage;

/// <summary>
/// The rows that stand still, until somebody who knows how to tell people takes note of them: each version of a row once, however often it
/// is met. Whoever reads rows has only their table at hand, so each table of a store is tied to the store's own list.
/// </summary>
internal sealed class RowTroubles
{
    /// <summary>So many are remembered; whoever has more has lost a table, and not a row.</summary>
    private const int Most = 10_000;

    private static readonly ConditionalWeakTable<TableClient, RowTroubles> OfTables = [];

    private readonly ConcurrentDictionary<RowTrouble, bool> _known = [];
    private readonly ConcurrentQueue<RowTrouble> _untold = [];

    /// <summary>Ties a table to this list.</summary>
    public TableClient Of(TableClient table)
    {
        OfTables.Add(table, this);
        return table;
    }

    /// <summary>Notes a row of a table.</summary>
    /// <param name="step">The step of the outbox that failed; null where the row cannot be read.</param>
    public static RowTrouble Note(TableClient table, ITableEntity row, string? step = null)
    {
        var trouble = new RowTrouble(table.Name, row.PartitionKey, row.RowKey, row.ETag.ToString(), step);
        if (OfTables.TryGetValue(table, out var troubles) && troubles._known.Count < Most && troubles._known.TryAdd(trouble, value: true))
        {
            troubles._untold.Enqueue(trouble);
        }

        return trouble;
    }

    /// <summary>The next one that nobody was told of; null where there is none.</summary>
    public RowTrouble? Next() => _untold.TryDequeue(out var trouble) ? trouble : null;

    /// <summary>It was not told after all: it comes again.</summary>
    public void PutBack(RowTrouble trouble) => _untold.Enqueue(trouble);

    /// <summary>Somebody has seen to it: should the row be found so once more, that is told anew.</summary>
    public void Forget(RowTrouble trouble) => _known.TryRemove(trouble, out _);
}
