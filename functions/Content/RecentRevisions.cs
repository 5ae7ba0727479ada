using Microsoft.Extensions.Caching.Memory;

namespace Dissemination.Content;

/// <summary>
/// Revisions that were read lately: they never change once they are stored, and planning, sending and correcting one reads it again and
/// again.
/// </summary>
internal sealed class RecentRevisions : IDisposable
{
    /// <summary>Some 10 KB each.</summary>
    private const int MostKept = 200;

    private static readonly MemoryCacheEntryOptions One = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(2) };

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public void Dispose() => _kept.Dispose();

    /// <param name="read">Reads it where it was not read lately. What is not there is asked for anew.</param>
    public async Task<Revision?> FindAsync(ItemId item, int number, Func<Task<Revision?>> read)
    {
        if (_kept.TryGetValue((item, number), out Revision? kept))
        {
            return kept;
        }

        return await read() is { } found ? _kept.Set((item, number), found, One) : null;
    }
}
