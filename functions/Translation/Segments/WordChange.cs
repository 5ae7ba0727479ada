namespace Dissemination.Translation.Segments;

/// <summary>What became of some words of a text.</summary>
internal enum WordChange
{
    Kept,
    Gone,
    New,
}
