using System.Text.RegularExpressions;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Translation;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dissemination.Intake;

/// <summary>
/// What a text may hold: words with Markdown, and links that people can open; no picture inside of a sentence, and no remark that nobody is
/// to read. What no channel can show as it was meant is taken, shown as it was written, and named.
/// </summary>
internal static partial class MarkdownCheck
{
    /// <param name="place">Where the text begins.</param>
    /// <param name="isRow">Whether it is a cell, whose problems all lie on the row's line.</param>
    /// <param name="picturesApart">Whether pictures may stand there on lines of their own: <see cref="PicturesInText"/> takes them
    /// out.</param>
    public static IEnumerable<Problem> Check(string text, Place place, bool isRow = false, bool picturesApart = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [new(nameof(ProblemTexts.TextEmpty), place)];
        }

        return TextLimits.Check(text, place) is { } tooMuch
            ? [tooMuch]
            :
            [
                .. Found(text, ItemMarkdown.Pipeline)
                    .Where(found => !(picturesApart && PicturesInText.IsTakenOut(found)))
                    .Concat(Found(text, ItemMarkdown.WithHtml).Where(found => found is HtmlBlock or HtmlInline))
                    .OrderBy(found => found.Line)
                    .Select(found => Problem(found, text, At(place, found.Line, isRow)))
                    .OfType<Problem>(),
            ];
    }

    /// <summary>
    /// What readers will see otherwise than its author may think, each kind once, where it stands first. Only for a text without problems.
    /// </summary>
    public static IEnumerable<Problem> Warnings(string text, Place place, bool isRow = false) =>
        Found(text, ItemMarkdown.WithHtml).Select(found => (Code: Shown(found), found.Line))
            .Concat(text.Split('\n').Index().SelectMany(line => Shown(line.Item).Select(code => (Code: (string?)code, Line: line.Index))))
            .Where(found => found.Code is not null)
            .OrderBy(found => found.Line)
            .DistinctBy(found => found.Code, StringComparer.Ordinal)
            .Select(found => new Problem(found.Code!, At(place, found.Line, isRow)));

    private static IEnumerable<MarkdownObject> Found(string text, MarkdownPipeline reading) => Markdown.Parse(text, reading).Descendants();

    private static Place At(Place place, int line, bool isRow) => isRow ? place : place with { Line = place.Line + line };

    private static Problem? Problem(MarkdownObject found, string text, Place place) => found switch
    {
        HtmlBlock or HtmlInline when text.AsSpan(found.Span.Start).StartsWith("<!--") => new(nameof(ProblemTexts.HiddenRemark), place),
        LinkInline { IsImage: true } => new(nameof(ProblemTexts.PictureInText), place),
        LinkInline link when !IsTaken(link.Url) => new(nameof(ProblemTexts.LinkRefused), place, link.Url ?? ""),
        AutolinkInline { IsEmail: false } link when !IsTaken(link.Url) => new(nameof(ProblemTexts.LinkRefused), place, link.Url),
        _ => null,
    };

    private static string? Shown(MarkdownObject found) => found switch
    {
        HtmlBlock or HtmlInline => nameof(ProblemTexts.HtmlAsWritten),
        CodeBlock or CodeInline => nameof(ProblemTexts.CodeAsWords),
        _ => null,
    };

    private static IEnumerable<string> Shown(string line)
    {
        if (TableRule.IsMatch(line))
        {
            yield return nameof(ProblemTexts.TableAsLines);
        }

        if (Note.IsMatch(line))
        {
            yield return nameof(ProblemTexts.NoteAsWritten);
        }

        if (OtherMarks.IsMatch(line))
        {
            yield return nameof(ProblemTexts.MarksAsWritten);
        }
    }

    private static bool IsTaken(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);

    /// <summary>The line below the head of a table.</summary>
    [GeneratedRegex(
        @"\A[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*\z|\A[ \t]*\|[ \t]*:?-+:?[ \t]*\|[ \t]*\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TableRule { get; }

    [GeneratedRegex(@"\[\^[^\]\s]+\]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Note { get; }

    /// <summary>Struck out words, quoted lines, boxes to tick, and addresses that stand apart from their words.</summary>
    [GeneratedRegex(
        @"~~[^~]+~~|\A[ \t]*>[ \t]|\A[ \t]*[-*][ \t]+\[[ xX]\][ \t]|\A[ \t]*\[[^\]^][^\]]*\]:[ \t]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex OtherMarks { get; }
}
