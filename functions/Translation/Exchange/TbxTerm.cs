namespace Dissemination.Translation.Exchange;

/// <summary>A term of a TBX file as it is written there.</summary>
/// <param name="Status">Its <c>administrativeStatus</c>.</param>
/// <param name="IsLocked">Whether the note beside it says that it must be used.</param>
internal sealed record TbxTerm(string Text, string? Status, string? Note, bool IsLocked, int Line)
{
    /// <summary>The note by which this program knows its own locked terms again. No other tool writes it by chance.</summary>
    public const string LockedNote = "[locked]";
}
