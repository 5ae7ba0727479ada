namespace Dissemination.Storage;

/// <summary>
/// Read, decide, write; and all of it again where somebody else wrote since the reading. Whoever loses five times running competes with
/// more writers than any of these records has.
/// </summary>
internal static class OptimisticRetry
{
    public const int MostTries = 5;

    /// <summary>Tries until it is written.</summary>
    /// <param name="attempt">Reads, decides and writes; null where somebody else wrote meanwhile.</param>
    /// <param name="what">What is written, for whoever reads the log.</param>
    /// <exception cref="LostRaceException">Somebody else wrote each time.</exception>
    public static async Task<T> RunAsync<T>(Func<Task<T?>> attempt, string what, int mostTries = MostTries)
        where T : class =>
        await LastAsync(attempt, outcome => outcome is null, mostTries) ?? throw new LostRaceException(what);

    /// <summary>The same for an outcome that is a value.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T?>> attempt, string what, int mostTries = MostTries)
        where T : struct =>
        await LastAsync(attempt, outcome => outcome is null, mostTries) ?? throw new LostRaceException(what);

    /// <summary>Tries until somebody else no longer wrote meanwhile, or <paramref name="mostTries"/> times.</summary>
    /// <returns>What the last try came to; a conflict, too, where all were.</returns>
    public static async Task<T> LastAsync<T>(Func<Task<T>> attempt, Func<T, bool> isConflict, int mostTries = MostTries)
    {
        for (var left = mostTries; ; left--)
        {
            var outcome = await attempt();
            if (left <= 1 || !isConflict(outcome))
            {
                return outcome;
            }
        }
    }
}
