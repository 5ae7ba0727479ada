namespace Dissemination.Storage;

/// <summary>
/// Those of one program who would change the same record do so one after another: else many at once lose to each other until one gives
/// up. Other instances are still met by the record's ETag.
/// </summary>
internal static class Turns
{
    /// <summary>Records share a turn by name, so that nothing grows with their number.</summary>
    private const int Parts = 64;

    private static readonly SemaphoreSlim[] All = [.. Enumerable.Range(0, Parts).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for the turn at a record and keeps it as long as <paramref name="work"/> takes, which takes no other turn.</summary>
    public static async Task<T> InTurnAsync<T>(string record, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var turn = All[Spread.Of(record, Parts)];
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            turn.Release();
        }
    }
}
