using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>What a dropped file says that becomes one draft. A pure function of its bytes.</summary>
internal static class DocumentReader
{
    /// <summary>Of words alone: a record takes half a million letters, each of four bytes at most.</summary>
    private const int MostTextBytes = 4 * 1024 * 1024;

    /// <summary>The same as <see cref="Read"/>; a package in turn with all others.</summary>
    public static Task<Parsed<ReadDocument>> ReadAsync(DroppedDocument file, DocumentKind kind, CancellationToken cancellationToken) =>
        kind is DocumentKind.Word
            ? PackageTurn.InTurnAsync(() => Read(file, kind), cancellationToken)
            : Task.FromResult(Read(file, kind));

    public static Parsed<ReadDocument> Read(DroppedDocument file, DocumentKind kind) => kind switch
    {
        DocumentKind.Word => PackageCheck.Check(file) is { } refused
            ? Parsed<ReadDocument>.Bad([refused])
            : WordReader.Read(file),
        DocumentKind.Picture => PictureDocument.Read(file),
        _ when file.Bytes.Length > MostTextBytes => Parsed<ReadDocument>.Bad(
            [new(nameof(ProblemTexts.FileTooLarge), new(file.Name), $"{MostTextBytes / 1024 / 1024}")]),
        DocumentKind.Markdown => MarkdownReader.Read(file),
        _ => PlainTextReader.Read(file),
    };
}
