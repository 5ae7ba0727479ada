using Azure;
using Azure.Data.Tables;

namespace Dissemination.Storage;

/// <summary>
/// Group commit: what is to be written to one partition while another write to it is under way is written together, in the next
/// transaction; and so is what is begun at the same time. A write that meets no other is made at once, and nothing goes on once those who
/// wanted it have left.
/// </summary>
internal sealed class GroupCommit(TableClient table) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<Member> _waiting = [];

    public void Dispose() => _turn.Dispose();

    /// <summary>As the other, for one that may be written at once.</summary>
    public Task<bool> CommitAsync(Transaction transaction, CancellationToken cancellationToken) =>
        CommitAsync(transaction, Task.CompletedTask, cancellationToken);

    /// <summary>Writes all of a transaction, or nothing of it. A share of one transaction; one more where the group was refused.</summary>
    /// <param name="allBegun">Completes when the others that come at the same time wait here too.</param>
    /// <returns>As <see cref="Transaction.CommitAsync"/> does.</returns>
    public async Task<bool> CommitAsync(Transaction transaction, Task allBegun, CancellationToken cancellationToken)
    {
        var member = new Member(transaction, cancellationToken);
        lock (_waiting)
        {
            _waiting.Add(member);
        }

        await TurnAsync(member, allBegun, cancellationToken);
        try
        {
            // Mostly somebody whose turn was before has written it too.
            if (member.Written is null)
            {
                await ((Task)Write(member)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            _turn.Release();
        }

        // Storage refuses a group as a whole, whichever of it is at fault: then each tries alone, beside the others.
        return await member.Written! || (member.IsShared && await transaction.CommitAsync(table, cancellationToken));
    }

    /// <summary>Whoever leaves before it was begun is not written; what is under way may be.</summary>
    private async Task TurnAsync(Member member, Task allBegun, CancellationToken cancellationToken)
    {
        try
        {
            await allBegun.WaitAsync(cancellationToken);
            await _turn.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            lock (_waiting)
            {
                _waiting.Remove(member);
            }

            throw;
        }
    }

    /// <summary>Begins to write the group of one whose turn it is.</summary>
    private Task<bool> Write(Member first)
    {
        var joined = new Transaction(first.Transaction.PartitionKey);
        List<Member> group;
        lock (_waiting)
        {
            _waiting.Remove(first);
            group = joined.TryJoin(first.Transaction)
                ? [first, .. _waiting.Where(member => joined.TryJoin(member.Transaction))]
                : [first];
            _waiting.RemoveAll(group.Contains);
        }

        var written = group.Count == 1 ? first.Transaction.CommitAsync(table, first.Token) : WriteAsync(joined, group);
        foreach (var member in group)
        {
            (member.Written, member.IsShared) = (written, group.Count > 1);
        }

        return written;
    }

    /// <returns>False where storage refused it. One that is away fails for all.</returns>
    private async Task<bool> WriteAsync(Transaction joined, List<Member> group)
    {
        using var abandoned = new CancellationTokenSource();
        var left = group.Count;
        var registrations = group.ConvertAll(member => member.Token.Register(() =>
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                abandoned.Cancel();
            }
        }));
        try
        {
            return await joined.CommitAsync(table, abandoned.Token);
        }
        catch (RequestFailedException e) when (!StorageFailure.IsAway(e))
        {
            return false;
        }
        finally
        {
            registrations.ForEach(registration => registration.Dispose());
        }
    }

    /// <summary>One who waits. What became of it is set by whoever has the turn, and read by the next.</summary>
    private sealed class Member(Transaction transaction, CancellationToken token)
    {
        public Transaction Transaction => transaction;

        public CancellationToken Token => token;

        public Task<bool>? Written { get; set; }

        public bool IsShared { get; set; }
    }
}
