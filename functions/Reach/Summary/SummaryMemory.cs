using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Azure;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>
/// The summaries in the memory of this copy of the program, read once; from then on only those are asked for that were written since.
/// Each writing has a number of its own in the order of the writings, so several copies of the program, corrections and countings anew
/// are nothing special. Some 30 KB an item of the mission's size.
/// </summary>
internal sealed class SummaryMemory(SummaryStore summaries, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<CommuneId, CommuneId> _communes = [];
    private Copy _copy = Copy.Empty;

    /// <summary>Why the last reading failed, and when.</summary>
    private (ExceptionDispatchInfo Why, long At)? _failed;

    /// <summary>The most items that are kept, those that were approved last: some eighteen months of the mission.</summary>
    public int Most { get; init; } = 8_000;

    public void Dispose() => _turn.Dispose();

    /// <summary>
    /// All summaries as they stand now, the first approved first. One transaction where few were written since; the first time one for
    /// each eight hundred items or so.
    /// </summary>
    public async Task<ImmutableArray<ItemSummary>> ReadAsync(CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Who waited while another reading was begun is served by it; and where one failed, all who waited fail, or each would wait anew.
            if (_failed is { } failed && failed.At >= asked)
            {
                failed.Why.Throw();
            }

            if (_copy.BegunAt <= asked)
            {
                _copy = await RenewAsync(_copy, cancellationToken);
            }

            return _copy.Items;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && !(_failed?.At >= asked))
        {
            _failed = (ExceptionDispatchInfo.Capture(e), time.GetTimestamp());
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Copy> RenewAsync(Copy known, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        Dictionary<ItemId, ItemSummary> news = [];
        var (last, isOurs) = (((long Number, ETag ETag)?)null, true);

        // The last one that is known is asked for too: where neither it nor one behind it is there, the table is another one.
        await foreach (var row in summaries.FromAsync(known.Last?.Number ?? 0, cancellationToken))
        {
            var number = SummaryStore.NumberOf(row);
            isOurs &= number != known.Last?.Number || row.ETag == known.Last?.ETag;
            last = (number, row.ETag);
            news[row.Value.Item] = Pooled(row.Value);
        }

        return known.Last is not null && (last is null || !isOurs) ? await RenewAsync(Copy.Empty, cancellationToken)
            : last == known.Last ? known with { BegunAt = begun }
            : new(Merged(known.Items, news), last, begun);
    }

    private ImmutableArray<ItemSummary> Merged(ImmutableArray<ItemSummary> known, Dictionary<ItemId, ItemSummary> news) =>
    [
        .. known.Where(summary => !news.ContainsKey(summary.Item))
            .Concat(news.Values)
            .OrderBy(summary => summary.ApprovedAt)
            .ThenBy(summary => summary.Item.Value, StringComparer.Ordinal)
            .TakeLast(Most),
    ];

    /// <summary>With the names of communes held once for all.</summary>
    private ItemSummary Pooled(ItemSummary summary) => summary with
    {
        Languages =
        [
            .. summary.Languages.Select(language => language with
            {
                Cells = [.. language.Cells.Select(cell => cell with { Commune = Pooled(cell.Commune) })],
            }),
        ],
    };

    private CommuneId Pooled(CommuneId commune)
    {
        if (!_communes.TryGetValue(commune, out var pooled))
        {
            _communes[commune] = pooled = commune;
        }

        return pooled;
    }

    /// <param name="Last">The last writing that was read.</param>
    /// <param name="BegunAt">When its reading was begun.</param>
    private sealed record Copy(ImmutableArray<ItemSummary> Items, (long Number, ETag ETag)? Last, long BegunAt)
    {
        public static Copy Empty { get; } = new([], null, long.MinValue);
    }
}
