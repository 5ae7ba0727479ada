namespace Dissemination.Storage.Schema;

/// <summary>Which version of this program's records is stored: one row.</summary>
/// <param name="At">When it came to it.</param>
internal sealed record SchemaState(int Version, DateTimeOffset At)
{
    /// <summary>
    /// What this program writes. Raised where an older program must not write any more, or where what is stored has to be made into
    /// something else (<see cref="SchemaUpgrade"/>). A property that may be missing raises nothing.
    /// </summary>
    public const int Current = 2;

    /// <summary>What a store holds that names none: it was written before there was this row.</summary>
    public const int First = 1;

    /// <summary>The version of a store; the first where it names none. One transaction.</summary>
    public static async Task<int> ReadAsync(Store store, CancellationToken cancellationToken) =>
        (await store.Editorial.FindAsync(Keys.Editorial, Keys.Schema, StorageJson.Default.SchemaState, cancellationToken))?.Value.Version
        ?? First;
}
