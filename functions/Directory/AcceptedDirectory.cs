using Dissemination.Storage;

namespace Dissemination.Directory;

/// <summary>The accepted directory as it is stored, with what is noted beside it.</summary>
/// <param name="Origin">The line of the record that belongs to it.</param>
/// <param name="Hash">Of its stored form; null where there is no directory yet.</param>
/// <param name="Sources">The versions of the files that it was made of.</param>
internal sealed record AcceptedDirectory(DirectorySnapshot Snapshot, HistoryEntry? Origin, string? Hash, string? Sources)
{
    public static AcceptedDirectory None { get; } = new(DirectorySnapshot.Empty, null, null, null);
}
