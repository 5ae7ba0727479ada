namespace Dissemination.Translation.Memory;

/// <summary>An original with all its approved translations.</summary>
/// <param name="Tokens">Its tokens by their numbers in the vocabulary.</param>
internal sealed record MemoryEntry(int[] Tokens)
{
    /// <summary>Mostly one; none where all were taken back.</summary>
    public List<MemorySegment> Segments { get; } = new(1);
}
