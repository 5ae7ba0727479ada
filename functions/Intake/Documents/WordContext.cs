using Dissemination.Problems;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Dissemination.Intake.Documents;

/// <summary>What is known of a Word document while it is read: its styles, lists and open fields, and what came out of it.</summary>
internal sealed class WordContext
{
    private const int MostPictures = 30;

    public WordContext(MainDocumentPart part)
    {
        Part = part;
        Styles = new(part.StyleDefinitionsPart?.Styles);
        Numbering = new(part.NumberingDefinitionsPart?.Numbering, Styles);
    }

    public MainDocumentPart Part { get; }

    public WordStyles Styles { get; }

    public WordNumbering Numbering { get; }

    public LeftOut LeftOut { get; } = new();

    /// <summary>Fields go over the ends of paragraphs.</summary>
    public Stack<WordField> Fields { get; } = new();

    public List<DocumentPicture> Pictures { get; } = [];

    /// <summary>Takes a picture that lies in the document; one that lies elsewhere is never fetched.</summary>
    public void Take(string? embedded, string? linked, string alt)
    {
        if (embedded is null || !Part.TryGetPartById(embedded, out var part) || part is not ImagePart image)
        {
            LeftOut.Count(nameof(ProblemTexts.DroppedLinkedPictures), linked is null ? 0 : 1);
            return;
        }

        if (ExtensionOf(image) is not { } extension)
        {
            LeftOut.Format(image.ContentType);
            return;
        }

        if (Pictures.Count == MostPictures)
        {
            LeftOut.Count(nameof(ProblemTexts.DroppedPicturesMany));
            return;
        }

        using var content = image.GetStream(FileMode.Open, FileAccess.Read);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        Pictures.Add(new($"{Pictures.Count + 1}{extension}", bytes.ToArray(), alt.Normalize().Trim()));
    }

    private static string? ExtensionOf(ImagePart image) => image.ContentType switch
    {
        "image/png" => ".png",
        "image/jpeg" or "image/jpg" or "image/pjpeg" => ".jpg",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        _ => null,
    };

    /// <summary>Where a link of the document leads; null where that is no address that people can open.</summary>
    public string? LinkOf(W.Hyperlink link) =>
        link.Id?.Value is { } id && Part.HyperlinkRelationships.FirstOrDefault(relation => relation.Id == id) is { } found
            ? WithAnchor(found.Uri.OriginalString, link.Anchor?.Value)
            : null;

    /// <summary>Word keeps the place within a page beside the page's address.</summary>
    public static string WithAnchor(string address, string? anchor) =>
        anchor is not { Length: > 0 } || address.Contains('#', StringComparison.Ordinal) ? address : $"{address}#{anchor}";

    /// <summary>What stands twice for old and new programs is read once, as the new ones read it.</summary>
    public static IEnumerable<OpenXmlElement> ChoiceOf(AlternateContent content) =>
        content.GetFirstChild<AlternateContentChoice>() is { } choice ? choice.ChildElements : [];
}
