using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dissemination.Problems;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Dissemination.Intake.Documents;

/// <summary>Goes through the paragraphs and tables of a Word document, or of a cell or box in it.</summary>
internal sealed partial class WordWalk(WordContext context)
{
    private const int CaptionCharacters = 300;

    private const string BetweenCells = " | ";

    /// <summary>Words of a paragraph whose end was deleted: they go on in the next.</summary>
    private readonly List<TextSpan> _carried = [];

    /// <summary>Boxes that stand beside them.</summary>
    private readonly List<W.TextBoxContent> _boxes = [];

    /// <summary>The paragraph that they are of; null where nothing is carried.</summary>
    private W.Paragraph? _open;

    /// <summary>Whether a picture stands right above.</summary>
    private bool _isBelowPicture;

    public List<DocumentBlock> Blocks { get; } = [];

    public void Read(OpenXmlElement container)
    {
        ReadAll(container);
        Flush();
    }

    private void ReadAll(OpenXmlElement container)
    {
        foreach (var child in container.ChildElements)
        {
            ReadOne(child);
        }
    }

    private void ReadOne(OpenXmlElement child)
    {
        switch (child)
        {
            case W.Paragraph paragraph:
                Paragraph(paragraph);
                break;
            case W.Table table:
                Flush();
                Table(table);
                break;
            case W.SdtBlock { SdtContentBlock: { } content } control:
                if (control.SdtProperties?.GetFirstChild<W.ShowingPlaceholder>() is null)
                {
                    ReadAll(content);
                }

                break;
            case W.CustomXmlBlock or W.InsertedRun or W.MoveToRun:
                ReadAll(child);
                break;
            case AlternateContent alternate:
                foreach (var chosen in WordContext.ChoiceOf(alternate))
                {
                    ReadOne(chosen);
                }

                break;
            case W.AltChunk:
                context.LeftOut.Count(nameof(ProblemTexts.DroppedObjects));
                break;
        }
    }

    private void Paragraph(W.Paragraph paragraph)
    {
        var (heading, name) = RoleOf(paragraph);
        var runs = new WordRuns(context, context.Styles.StyleOf(paragraph), isHeading: heading > 0 || name is "title");
        var pictures = context.Pictures.Count;
        runs.Read(paragraph, link: null);
        _carried.AddRange(runs.Spans);
        _boxes.AddRange(runs.Boxes);
        if (IsEndDeleted(paragraph))
        {
            context.LeftOut.Count(nameof(ProblemTexts.DroppedTracked));
            _open = paragraph;
            return;
        }

        End(paragraph, context.Pictures.Count > pictures);
    }

    /// <summary>Nothing follows with which the words could go on: they are a paragraph by themselves.</summary>
    private void Flush()
    {
        if (_open is { } paragraph && _carried.Count + _boxes.Count > 0)
        {
            End(paragraph, hasPicture: false);
        }

        _open = null;
    }

    private void End(W.Paragraph paragraph, bool hasPicture)
    {
        ImmutableArray<TextSpan> spans = [.. _carried];
        ImmutableArray<W.TextBoxContent> boxes = [.. _boxes];
        _carried.Clear();
        _boxes.Clear();
        _open = null;
        Take(paragraph, spans, RoleOf(paragraph));
        _isBelowPicture = hasPicture || (_isBelowPicture && string.Concat(spans.Select(span => span.Text)).Trim().Length == 0);
        foreach (var box in boxes)
        {
            Read(box);
        }
    }

    private (int Heading, string Style) RoleOf(W.Paragraph paragraph) =>
        (context.Styles.HeadingOf(paragraph), context.Styles.NameOf(context.Styles.StyleOf(paragraph)));

    private void Take(W.Paragraph paragraph, ImmutableArray<TextSpan> spans, (int Heading, string Style) role)
    {
        var words = string.Concat(spans.Select(span => span.Text)).Trim();
        if (words.Length == 0 && IsEndHidden(paragraph))
        {
            return;
        }

        // Word counts a paragraph without words too, and one that holds just a picture.
        var marker = context.Numbering.Next(paragraph);
        if (words.Length == 0)
        {
            return;
        }

        if (role.Style.StartsWith("toc ", StringComparison.Ordinal) || role.Style is "toc heading" or "table of figures")
        {
            context.LeftOut.Count(nameof(ProblemTexts.DroppedContents));
            return;
        }

        if (IsCaption(words, role.Style) && context.Pictures is [.., { Caption: null } picture])
        {
            context.Pictures[^1] = picture with { Caption = words.Normalize() };
            return;
        }

        Blocks.Add(Block(spans, role, marker));
    }

    private DocumentBlock Block(ImmutableArray<TextSpan> spans, (int Heading, string Style) role, ListMarker? marker) => role switch
    {
        (_, "title") => new(DocumentBlockKind.Title, spans, Marker: marker?.Text ?? ""),
        (_, "subtitle") => new(DocumentBlockKind.Subtitle, spans),
        ( > 0, _) => new(DocumentBlockKind.Heading, spans, role.Heading, marker?.Text ?? ""),
        _ when marker is { IsBullet: true } => new(DocumentBlockKind.Point, spans, marker.Level),
        _ when marker is not null => new(DocumentBlockKind.Numbered, spans, marker.Level, marker.Text),

        // A second paragraph of a point stays in it.
        (_, "list paragraph" or "list continue")
            when Blocks is [.., { Kind: DocumentBlockKind.Point or DocumentBlockKind.Numbered } point] =>
            new(DocumentBlockKind.Paragraph, spans, point.Kind is DocumentBlockKind.Point ? point.Level + 1 : point.Level),
        _ => new(DocumentBlockKind.Paragraph, spans),
    };

    /// <summary>By its style; or a short line right below a picture that says that it belongs to it.</summary>
    private bool IsCaption(string words, string style) =>
        (style is "caption" && context.Pictures.Count > 0 && _isBelowPicture)
        || (_isBelowPicture && words.Length <= CaptionCharacters && CaptionStart().IsMatch(words.Normalize()));

    /// <summary>"Ảnh: …", "Hình 2. …", "(Ảnh minh họa)"; and not "Ảnh hưởng của bão".</summary>
    [GeneratedRegex(
        @"^\(?(ảnh|hình)(\s*[:.–—-]|\s*[0-9]|\s+(ảnh\s+)?(minh|chụp|tư liệu))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CaptionStart();

    private static bool IsEndDeleted(W.Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphMarkRunProperties is { } mark
        && (mark.GetFirstChild<W.Deleted>() is not null || mark.GetFirstChild<W.MoveFrom>() is not null);

    private static bool IsEndHidden(W.Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<W.Vanish>() is { } vanish && vanish.Val?.Value != false;

    private void Table(W.Table table)
    {
        var rows = Rows(table).Where(row => row.TableRowProperties?.GetFirstChild<W.Deleted>() is null).ToList();
        context.LeftOut.Count(nameof(ProblemTexts.DroppedMerged), table.Descendants<W.TableCellProperties>().Any(IsMerged) ? 1 : 0);
        if (rows.TrueForAll(row => Cells(row).Count() <= 1))
        {
            // A frame around paragraphs, as people draw one.
            foreach (var cell in rows.SelectMany(Cells))
            {
                Read(cell);
            }

            return;
        }

        var isNested = table.Ancestors<W.Table>().Any();
        context.LeftOut.Count(isNested ? nameof(ProblemTexts.DroppedNestedTables) : nameof(ProblemTexts.DroppedTables));
        foreach (var row in rows)
        {
            ImmutableArray<TextSpan> spans = [.. Joined(Cells(row).Select(SpansOf), BetweenCells)];
            if (spans.Any(span => span.Text.Trim().Length > 0 && span.Text != BetweenCells))
            {
                Blocks.Add(new(DocumentBlockKind.Row, spans));
            }
        }
    }

    private static IEnumerable<W.TableRow> Rows(W.Table table) =>
        table.ChildElements.SelectMany<OpenXmlElement, W.TableRow>(child => child switch
        {
            W.TableRow row => [row],
            W.SdtRow { SdtContentRow: { } content } => content.Elements<W.TableRow>(),
            _ => [],
        });

    private static IEnumerable<W.TableCell> Cells(W.TableRow row) =>
        row.ChildElements.SelectMany<OpenXmlElement, W.TableCell>(child => child switch
        {
            W.TableCell cell => [cell],
            W.SdtCell { SdtContentCell: { } content } => content.Elements<W.TableCell>(),
            _ => [],
        });

    private static bool IsMerged(W.TableCellProperties cell) => cell.GridSpan?.Val?.Value > 1 || cell.VerticalMerge is not null;

    private IEnumerable<TextSpan> SpansOf(W.TableCell cell)
    {
        var walk = new WordWalk(context);
        walk.Read(cell);
        return Joined(
            walk.Blocks.Select<DocumentBlock, IEnumerable<TextSpan>>(
                block => MarkerOf(block) is { Length: > 0 } marker ? [new(marker + " "), .. block.Spans] : block.Spans),
            " ")
            .Select(span => span with { Text = Line(span.Text), Unicode = span.Unicode is null ? null : Line(span.Unicode) });
    }

    private static string MarkerOf(DocumentBlock block) => block.Kind is DocumentBlockKind.Point ? "•" : block.Marker;

    private static string Line(string text) => text.Replace('\n', ' ');

    private static IEnumerable<TextSpan> Joined(IEnumerable<IEnumerable<TextSpan>> parts, string between) =>
        parts.SelectMany((part, at) => at == 0 ? part : part.Prepend(new TextSpan(between)));
}
