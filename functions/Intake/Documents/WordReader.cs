using System.Xml;
using Dissemination.Problems;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Dissemination.Intake.Documents;

/// <summary>A Word document (<c>.docx</c>): a pure function of its bytes. Nothing that it names elsewhere is fetched.</summary>
internal static class WordReader
{
    /// <summary>A document without words whose pictures fill a page is one that was scanned.</summary>
    private const int ScannedBytes = 100_000;

    public static Parsed<ReadDocument> Read(DroppedDocument file)
    {
        try
        {
            var (package, dropped) = PackageLinks.Mend(file.Bytes);
            using var _ = package;
            using var word = WordprocessingDocument.Open(package, isEditable: false);
            if (word.MainDocumentPart is not { Document.Body: { } body } part)
            {
                return Bad(file, nameof(ProblemTexts.DocumentBroken));
            }

            var context = new WordContext(part);
            var walk = new WordWalk(context);
            walk.Read(body);
            Rest(context, part, dropped);
            return walk.Blocks.Count == 0 && context.Pictures.Count == 0 && context.LeftOut.ToNotes(file.Name).IsEmpty
                ? Bad(file, nameof(ProblemTexts.DocumentWithoutWords))
                : Parsed<ReadDocument>.Of(DocumentText.Of(file, walk.Blocks, context));
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or XmlException or InvalidDataException
            or IOException or InvalidOperationException or ArgumentException or FormatException or KeyNotFoundException
            or OverflowException)
        {
            // What the library says of a broken file is for programmers.
            return Bad(file, nameof(ProblemTexts.DocumentBroken));
        }
    }

    private static void Rest(WordContext context, MainDocumentPart part, int dropped)
    {
        context.LeftOut.Count(nameof(ProblemTexts.DroppedLinks), dropped);
        context.LeftOut.Count(
            nameof(ProblemTexts.DroppedComments), part.WordprocessingCommentsPart?.Comments?.Elements<W.Comment>().Count() ?? 0);
        var margins = part.HeaderParts.Count(header => HasWords(header.Header?.InnerText))
            + part.FooterParts.Count(footer => HasWords(footer.Footer?.InnerText));
        context.LeftOut.Count(nameof(ProblemTexts.DroppedMargins), margins);
    }

    /// <summary>A number of the page is none.</summary>
    private static bool HasWords(string? text) =>
        text?.Any(char.IsLetter) == true && !text.TrimStart().StartsWith("PAGE", StringComparison.Ordinal);

    private static Parsed<ReadDocument> Bad(DroppedDocument file, string code) => Parsed<ReadDocument>.Bad([new(code, new(file.Name))]);

    /// <summary>Whether all that there is are pictures as large as pages.</summary>
    public static bool IsScanned(ReadDocument document) =>
        document.Body.Length == 0 && document.Pictures.Any(picture => picture.Bytes.Length > ScannedBytes);
}
