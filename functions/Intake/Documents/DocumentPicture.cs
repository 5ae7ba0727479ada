namespace Dissemination.Intake.Documents;

/// <summary>A picture that a document holds.</summary>
/// <param name="Name">A name with the extension of its kind.</param>
/// <param name="Alt">Its words for those who cannot see it; empty where the document has none.</param>
internal sealed record DocumentPicture(string Name, ReadOnlyMemory<byte> Bytes, string Alt, string? Caption = null)
{
    /// <summary>The words that are drawn on it; null where it is not said.</summary>
    public string? Words { get; init; }
}
