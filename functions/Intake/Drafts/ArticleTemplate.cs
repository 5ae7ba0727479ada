using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Dissemination.Intake.Drafts;

/// <summary>
/// A Word file to write an article in: with the styles by which title, headings and captions are told. Made anew each time.
/// </summary>
internal static class ArticleTemplate
{
    public const string FileName = "bai-viet.docx";

    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <param name="words">In the language of whoever asks: title, summary, first words, heading, caption.</param>
    public static byte[] Make((string Title, string Summary, string First, string Heading, string More) words)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new W.Styles(
                Style("Normal", size: 26),
                Style("Title", size: 40, isBold: true),
                Style("Subtitle", size: 28),
                Style("heading 1", size: 32, isBold: true, level: 0),
                Style("heading 2", size: 28, isBold: true, level: 1),
                Style("caption", size: 22));
            main.Document = new W.Document(
                new W.Body(
                    Paragraph("Title", words.Title),
                    Paragraph("Subtitle", words.Summary),
                    Paragraph("Normal", words.First),
                    Paragraph("heading1", words.Heading),
                    Paragraph("Normal", words.More)));
        }

        return file.ToArray();
    }

    /// <param name="name">As Word names it; its id is the same without the blank.</param>
    private static W.Style Style(string name, int size, bool isBold = false, int? level = null)
    {
        var style = new W.Style(new W.StyleName { Val = name })
        {
            Type = W.StyleValues.Paragraph,
            StyleId = name.Replace(" ", "", StringComparison.Ordinal),
            Default = name is "Normal" ? true : null,
        };
        if (level is { } outline)
        {
            style.Append(new W.StyleParagraphProperties(new W.OutlineLevel { Val = outline }));
        }

        var run = new W.StyleRunProperties(new W.RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman" });
        if (isBold)
        {
            run.Append(new W.Bold());
        }

        run.Append(new W.FontSize { Val = size.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        style.Append(run);
        return style;
    }

    private static W.Paragraph Paragraph(string style, string words) =>
        new(new W.ParagraphProperties(new W.ParagraphStyleId { Val = style }), new W.Run(new W.Text(words)));
}
