using Dissemination.Content;

namespace Dissemination.Translation.Drafting;

/// <summary>The table of spellings that is used now.</summary>
/// <param name="File">The table as a file, with the source of each row.</param>
/// <param name="HandIn">The file of the province that it came with; null where it is the one that travels in the program.</param>
internal sealed record SpellingInForce(SpellingTable Table, ReadOnlyMemory<byte> File, HandInId? HandIn)
{
    public static SpellingInForce Default { get; } = new(SpellingTable.Default, SpellingTable.DefaultFile, HandIn: null);

    public SpellingConverter Converter { get; } = new(Table);
}
