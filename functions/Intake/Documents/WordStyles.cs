using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Dissemination.Intake.Documents;

/// <summary>
/// What paragraphs and words have from their styles: each value by itself, from the style and those that it is based on.
/// </summary>
internal sealed class WordStyles
{
    private const int MostChain = 20;

    private readonly Dictionary<string, W.Style> _styles = new(StringComparer.Ordinal);
    private readonly string? _defaultParagraph;
    private readonly W.RunPropertiesBaseStyle? _defaults;

    public WordStyles(W.Styles? styles)
    {
        foreach (var style in styles?.Elements<W.Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
            {
                _styles.TryAdd(id, style);
                _defaultParagraph ??= style.Default?.Value == true && style.Type?.Value == W.StyleValues.Paragraph ? id : null;
            }
        }

        _defaults = styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle;
    }

    public string? StyleOf(W.Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? _defaultParagraph;

    /// <summary>The name by which Word knows a style in every language, in small letters.</summary>
    public string NameOf(string? style) =>
        style is not null && _styles.TryGetValue(style, out var found)
            ? (found.StyleName?.Val?.Value ?? style).ToLowerInvariant()
            : (style ?? "").ToLowerInvariant();

    /// <summary>The level of a heading from 1; 0 where it is none.</summary>
    public int HeadingOf(W.Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } own)
        {
            return own is >= 0 and < 9 ? own + 1 : 0;
        }

        foreach (var style in Chain(StyleOf(paragraph)))
        {
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level)
            {
                return level is >= 0 and < 9 ? level + 1 : 0;
            }

            var name = NameOf(style.StyleId?.Value);
            if (name.StartsWith("heading ", StringComparison.Ordinal)
                && int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10)
            {
                return number;
            }
        }

        return 0;
    }

    /// <summary>Which list, and how deep in it; the two are inherited each by itself. A list of 0 is none.</summary>
    public (int List, int? Level, string? Style) ListOf(W.Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var (list, level) = (own?.NumberingId?.Val?.Value, own?.NumberingLevelReference?.Val?.Value);
        string? from = null;
        foreach (var style in Chain(StyleOf(paragraph)))
        {
            var properties = style.StyleParagraphProperties?.NumberingProperties;
            if (list is null && properties?.NumberingId?.Val?.Value is { } inherited)
            {
                (list, from) = (inherited, style.StyleId?.Value);
            }

            level ??= properties?.NumberingLevelReference?.Val?.Value;
        }

        return (list ?? 0, level, from);
    }

    /// <summary>The list that a style of lists names.</summary>
    public int? ListOfStyle(string style) => Chain(style)
        .Select(found => found.StyleParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value)
        .FirstOrDefault(list => list is not null);

    /// <summary>Whether a property of words that is on or off is on.</summary>
    public bool IsOn<T>(W.Run run, string? paragraphStyle)
        where T : W.OnOffType =>
        (run.RunProperties?.GetFirstChild<T>()
            ?? Properties(run, paragraphStyle).Select(properties => properties.GetFirstChild<T>())
                .FirstOrDefault(found => found is not null))
        is { } property && property.Val?.Value != false;

    public string? FontOf(W.Run run, string? paragraphStyle)
    {
        if (NameIn(run.RunProperties?.RunFonts) is { } own)
        {
            return own;
        }

        foreach (var properties in Properties(run, paragraphStyle))
        {
            if (NameIn(properties.GetFirstChild<W.RunFonts>()) is { } inherited)
            {
                return inherited;
            }
        }

        return NameIn(_defaults?.RunFonts);
    }

    /// <summary>The position of raised and lowered words; null where nothing is said.</summary>
    public W.VerticalPositionValues? PositionOf(W.Run run, string? paragraphStyle) =>
        (run.RunProperties?.GetFirstChild<W.VerticalTextAlignment>()
            ?? Properties(run, paragraphStyle).Select(properties => properties.GetFirstChild<W.VerticalTextAlignment>())
                .FirstOrDefault(found => found is not null))
        ?.Val?.Value;

    /// <remarks>
    /// A font of the theme goes before one by name, and before those of the styles below. Which it is does not matter: no theme has an old
    /// one.
    /// </remarks>
    private static string? NameIn(W.RunFonts? fonts) =>
        fonts?.AsciiTheme?.InnerText ?? fonts?.Ascii?.Value ?? fonts?.HighAnsiTheme?.InnerText ?? fonts?.HighAnsi?.Value;

    private IEnumerable<OpenXmlElement> Properties(W.Run run, string? paragraphStyle) =>
        Chain(run.RunProperties?.RunStyle?.Val?.Value).Concat(Chain(paragraphStyle))
            .Select(style => style.StyleRunProperties)
            .OfType<OpenXmlElement>();

    private IEnumerable<W.Style> Chain(string? id)
    {
        for (var left = MostChain; left > 0 && id is not null && _styles.TryGetValue(id, out var style); left--)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
