using System.Globalization;
using Dissemination.Problems;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Vml;
using A = DocumentFormat.OpenXml.Drawing;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using M = DocumentFormat.OpenXml.Math;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Dissemination.Intake.Documents;

/// <summary>The words of one paragraph as a reader sees them once all changes are accepted.</summary>
/// <param name="isHeading">Headings are bold by themselves.</param>
internal sealed class WordRuns(WordContext context, string? style, bool isHeading)
{
    /// <summary>The old font of the words that came last.</summary>
    private LegacyFont? _old;

    public List<TextSpan> Spans { get; } = [];

    /// <summary>Boxes that stand beside the words; their paragraphs come after it.</summary>
    public List<W.TextBoxContent> Boxes { get; } = [];

    public void Read(OpenXmlElement element, string? link)
    {
        foreach (var child in element.ChildElements)
        {
            ReadOne(child, link);
        }
    }

    private void ReadOne(OpenXmlElement child, string? link)
    {
        switch (child)
        {
            case W.Run run:
                Run(run, link);
                break;
            case W.Hyperlink hyperlink:
                Read(hyperlink, context.LinkOf(hyperlink) ?? link);
                break;
            case W.InsertedRun or W.MoveToRun:
                context.LeftOut.Count(nameof(ProblemTexts.DroppedTracked));
                Read(child, link);
                break;
            case W.DeletedRun or W.MoveFromRun:
                context.LeftOut.Count(nameof(ProblemTexts.DroppedTracked));
                break;
            case AlternateContent alternate:
                foreach (var chosen in WordContext.ChoiceOf(alternate))
                {
                    ReadOne(chosen, link);
                }

                break;
            default:
                ReadRest(child, link);
                break;
        }
    }

    private void ReadRest(OpenXmlElement child, string? link)
    {
        switch (child)
        {
            case W.SimpleField:
                context.LeftOut.Count(nameof(ProblemTexts.DroppedFields));
                Read(child, link);
                break;
            case W.SdtRun { SdtContentRun: { } content } control
                when control.SdtProperties?.GetFirstChild<W.ShowingPlaceholder>() is null:
                Read(content, link);
                break;
            case M.Paragraph or M.OfficeMath:
                Formula(child);
                break;
            case W.CustomXmlRun or { LocalName: "smartTag" or "bdo" or "dir" }:
                Read(child, link);
                break;
        }
    }

    private bool IsShown => context.Fields.All(open => open.IsResult);

    private void Run(W.Run run, string? link)
    {
        if (context.Styles.IsOn<W.Vanish>(run, style))
        {
            context.LeftOut.Count(nameof(ProblemTexts.DroppedHidden), run.InnerText.Length > 0 ? 1 : 0);

            // Nobody sees where a field begins and ends; one that began before and ends here would hide all that follows.
            foreach (var part in run.ChildElements.Where(child => child is W.FieldChar or W.FieldCode))
            {
                Rest(part, link);
            }

            return;
        }

        foreach (var child in run.ChildElements)
        {
            Part(run, child, link);
        }
    }

    private void Part(W.Run run, OpenXmlElement child, string? link)
    {
        switch (child)
        {
            case W.Text text:
                Add(run, text.Text, link);
                break;
            case W.TabChar or W.PositionalTab:
                Add(run, " ", link);
                break;
            case W.Break or W.CarriageReturn:
                Add(run, "\n", link);
                break;
            case W.NoBreakHyphen:
                Add(run, "-", link);
                break;
            case W.SymbolChar symbol:
                Symbol(run, symbol, link);
                break;
            case W.Drawing or W.Picture or W.EmbeddedObject:
                Graphics(child);
                break;
            case AlternateContent alternate:
                foreach (var chosen in WordContext.ChoiceOf(alternate))
                {
                    Part(run, chosen, link);
                }

                break;
            default:
                Rest(child, link);
                break;
        }
    }

    private void Rest(OpenXmlElement child, string? link)
    {
        switch (child)
        {
            case W.FootnoteReference or W.EndnoteReference:
                context.LeftOut.Count(nameof(ProblemTexts.DroppedFootnotes));
                break;
            case W.FieldChar field:
                Field(field);
                break;
            case W.FieldCode code when context.Fields.TryPeek(out var open) && !open.IsResult:
                open.Add(code.Text);
                break;
            case W.Ruby { RubyBase: { } words }:
                Read(words, link);
                break;
        }
    }

    private void Field(W.FieldChar field)
    {
        var kind = field.FieldCharType?.Value;
        if (kind == W.FieldCharValues.Begin)
        {
            context.Fields.Push(new());
        }
        else if (kind == W.FieldCharValues.Separate && context.Fields.TryPeek(out var open))
        {
            open.IsResult = true;
        }
        else if (kind == W.FieldCharValues.End && context.Fields.TryPop(out var ended) && !ended.IsLink)
        {
            context.LeftOut.Count(nameof(ProblemTexts.DroppedFields));
        }
    }

    /// <param name="isMeant">Whether it is written as it is meant, whatever the font of its run.</param>
    private void Add(W.Run run, string text, string? link, bool isMeant = false)
    {
        if (!IsShown || text.Length == 0)
        {
            return;
        }

        var font = isMeant ? null : context.Styles.FontOf(run, style);
        if (SymbolLetters.IsFont(font))
        {
            text = string.Concat(text.Select(letter => Symbol(font, letter)));
        }

        var old = LegacyFont.Find(font);
        if (old is not null && old.ToUnicode(text) != text)
        {
            context.LeftOut.Font(font!);
        }

        if (context.Styles.IsOn<W.Strike>(run, style) || context.Styles.IsOn<W.DoubleStrike>(run, style))
        {
            context.LeftOut.Count(nameof(ProblemTexts.DroppedStruck));
        }

        Add(
            new(
                Raised(run, text),
                old?.ToUnicode(text),
                !isHeading && context.Styles.IsOn<W.Bold>(run, style),
                context.Styles.IsOn<W.Italic>(run, style),
                link ?? context.Fields.Select(field => field.Link).FirstOrDefault(address => address is not null)),
            old);
    }

    /// <summary>In old fonts a vowel and its mark may lie in two runs: they are converted together.</summary>
    private void Add(TextSpan span, LegacyFont? old)
    {
        if (old is not null && old == _old && Spans is [.., var last] && last.LooksAs(span))
        {
            Spans[^1] = last with { Text = last.Text + span.Text, Unicode = old.ToUnicode(last.Text + span.Text) };
        }
        else
        {
            Spans.Add(span);
        }

        _old = old;
    }

    private string Symbol(string? font, char letter)
    {
        if (letter is not (>= '\uF000' and <= '\uF0FF') && (char.IsWhiteSpace(letter) || letter > '\u00FF'))
        {
            return letter.ToString();
        }

        if (SymbolLetters.Find(font, letter) is { } known)
        {
            return known;
        }

        context.LeftOut.Count(nameof(ProblemTexts.DroppedSymbols));
        return "";
    }

    private void Symbol(W.Run run, W.SymbolChar symbol, string? link)
    {
        var code = int.TryParse(
            symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var read)
            ? read
            : 0;
        if (SymbolLetters.Find(symbol.Font?.Value, code) is { } known)
        {
            Add(run, known, link, isMeant: true);
        }
        else
        {
            context.LeftOut.Count(nameof(ProblemTexts.DroppedSymbols));
        }
    }

    /// <summary>A raised 2 is not a 2: m², not m2.</summary>
    private string Raised(W.Run run, string text)
    {
        var position = context.Styles.PositionOf(run, style);
        return position == W.VerticalPositionValues.Superscript ? RaisedFigures.Raise(text)
            : position == W.VerticalPositionValues.Subscript ? RaisedFigures.Lower(text)
            : text;
    }

    private void Formula(OpenXmlElement formula)
    {
        context.LeftOut.Count(nameof(ProblemTexts.DroppedFormulas));
        Spans.Add(new(string.Concat(formula.Descendants<M.Text>().Select(text => text.Text))));
    }

    private void Graphics(OpenXmlElement drawing)
    {
        var boxes = drawing.Descendants<W.TextBoxContent>().Where(box => IsOutermost(box, drawing)).ToList();
        Boxes.AddRange(boxes);
        context.LeftOut.Count(nameof(ProblemTexts.DroppedTextBoxes), boxes.Count);
        if (drawing is W.EmbeddedObject || drawing.Descendants().Any(inner => inner.LocalName is "chart" or "relIds"))
        {
            context.LeftOut.Count(nameof(ProblemTexts.DroppedObjects));
            return;
        }

        if (!IsShown)
        {
            return;
        }

        foreach (var blip in drawing.Descendants<A.Blip>().Where(blip => IsOutermost(blip, drawing)))
        {
            var named = blip.Ancestors<W.Drawing>().FirstOrDefault()?.Descendants<DW.DocProperties>().FirstOrDefault();
            Take(
                (blip.Embed?.Value, blip.Link?.Value),
                named?.Description?.Value ?? named?.Title?.Value ?? "",
                blip.Parent?.GetFirstChild<A.SourceRectangle>()?.GetAttributes() ?? []);
        }

        foreach (var image in drawing.Descendants<ImageData>().Where(image => IsOutermost(image, drawing)))
        {
            var alt = image.Ancestors<Shape>().FirstOrDefault()?.Alternate?.Value ?? image.Title?.Value ?? "";
            Take(
                (image.RelationshipId?.Value, image.RelHref?.Value),
                alt,
                image.GetAttributes().Where(attribute => attribute.LocalName.StartsWith("crop", StringComparison.Ordinal)));
        }
    }

    /// <summary>Word keeps the whole picture and how much of each side is not shown: what was cut away may be meant for nobody.</summary>
    private void Take((string? Embedded, string? Linked) place, string alt, IEnumerable<OpenXmlAttribute> cut)
    {
        var before = context.Pictures.Count;
        context.Take(place.Embedded, place.Linked, alt);
        context.LeftOut.Count(
            nameof(ProblemTexts.DroppedCropped),
            context.Pictures.Count > before && cut.Any(side => IsCut(side.Value)) ? 1 : 0);
    }

    /// <summary>Less than nothing is room around the picture.</summary>
    private static bool IsCut(string? side) => side is not (null or "" or "0" or "0%" or "0f" or ['-', ..]);

    /// <summary>
    /// Whether it stands neither in a box, whose paragraphs are read by themselves, nor in what old programs read instead.
    /// </summary>
    private static bool IsOutermost(OpenXmlElement element, OpenXmlElement within) =>
        element.Ancestors().TakeWhile(ancestor => ancestor != within)
            .All(ancestor => ancestor is not (W.TextBoxContent or AlternateContentFallback));
}
