using Dissemination.Storage;

namespace Dissemination.Translation.Drafting;

/// <summary>The table of spellings as it is stored.</summary>
/// <param name="Origin">The line of the record that belongs to it; null where it is the one that travels in the program.</param>
internal sealed record ReadSpelling(SpellingInForce InForce, HistoryEntry? Origin)
{
    public static ReadSpelling Default { get; } = new(SpellingInForce.Default, null);
}
