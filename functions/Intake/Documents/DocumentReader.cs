using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>What a dropped file says that becomes one draft. A pure function of its bytes.</summary>
internal static class DocumentReader
{
    public static Parsed<ReadDocument> Read(DroppedDocument file, DocumentKind kind) => kind switch
    {
        DocumentKind.Word => PackageCheck.Check(file) is { } refused
            ? Parsed<ReadDocument>.Bad([refused])
            : WordReader.Read(file),
        DocumentKind.Picture => PictureDocument.Read(file),
        DocumentKind.Markdown => MarkdownReader.Read(file),
        _ => PlainTextReader.Read(file),
    };
}
