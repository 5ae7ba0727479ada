namespace Dissemination.Intake.Documents;

/// <summary>
/// Packages of Word, Excel and zip are read one after another, whoever sends them: one at the limit of size takes 100 to 200 megabytes
/// while it is read, and instances are small.
/// </summary>
internal static class PackageTurn
{
    private static readonly SemaphoreSlim OneReading = new(1);

    /// <summary>
    /// Waits for the turn, on no thread, and keeps it as long as <paramref name="read"/> takes, which reads one package and waits for no
    /// other turn.
    /// </summary>
    public static async Task<T> InTurnAsync<T>(Func<T> read, CancellationToken cancellationToken)
    {
        await OneReading.WaitAsync(cancellationToken);
        try
        {
            return read();
        }
        finally
        {
            OneReading.Release();
        }
    }
}
