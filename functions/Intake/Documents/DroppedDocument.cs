namespace Dissemination.Intake.Documents;

/// <summary>A file as somebody dropped it.</summary>
/// <param name="Name">As the person knows it, without folders.</param>
internal sealed record DroppedDocument(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Its name without folder and extension, composed.</summary>
    public string Stem => HandedInFile.Normal(Path.GetFileNameWithoutExtension(Name));
}
