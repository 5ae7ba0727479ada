using System.Collections.Frozen;

namespace Dissemination.Translation.Segments;

/// <summary>Vietnamese abbreviations that end in a full stop and stand before a name or a number: the stop ends no sentence.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> BeforeAName = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "TP", "TX", "TT", "Q", "P", "H", "X", "Th", "ThS", "TS", "PGS", "GS", "BS", "KS", "CN", "DS", "LS", "NSND", "NSƯT", "NGND", "NGƯT",
        "Ô", "B", "Đ", "Đ/c", "đc", "Tr", "Nxb", "T", "K", "STT", "No", "Mr", "Mrs", "Ms", "Dr", "St", "Bs", "Đt", "ĐT", "Tel");

    /// <summary>Whether a full stop behind that word belongs to the word. Letters that stand alone are initials.</summary>
    public static bool Ends(ReadOnlySpan<char> word) =>
        word.Length > 0
        && ((word.Length == 1 && char.IsUpper(word[0])) || BeforeAName.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word));
}
