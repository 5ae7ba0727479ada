using Dissemination.Problems;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dissemination.Content;

/// <summary>What a text may hold: words with Markdown, and links that people can open; no HTML and no picture inside of a sentence.</summary>
internal static class MarkdownCheck
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    /// <param name="place">Where the text begins.</param>
    /// <param name="isRow">Whether it is a cell, whose problems all lie on the row's line.</param>
    /// <param name="picturesApart">Whether pictures may stand there on lines of their own: <see cref="PicturesInText"/> takes them out.</param>
    public static IEnumerable<Problem> Check(string text, Place place, bool isRow = false, bool picturesApart = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [new(nameof(ProblemTexts.TextEmpty), place)];
        }

        if (text.Length > Limits.TextCharacters || text.Count(char.IsSurrogate) > Limits.TextSurrogates)
        {
            return [new(nameof(ProblemTexts.TextTooLong), place, "100000")];
        }

        try
        {
            return
            [
                .. Markdown.Parse(text, Pipeline).Descendants()
                    .Where(found => !(picturesApart && PicturesInText.IsTakenOut(found)))
                    .Select(found => Problem(found, isRow ? place : place with { Line = place.Line + found.Line }))
                    .OfType<Problem>(),
            ];
        }
        catch (ArgumentException)
        {
            // Markdig's guard against brackets and quotes that are nested hundreds deep.
            return [new(nameof(ProblemTexts.TextTooNested), place)];
        }
    }

    private static Problem? Problem(MarkdownObject found, Place place) => found switch
    {
        HtmlBlock or HtmlInline => new(nameof(ProblemTexts.HtmlRefused), place),
        LinkInline { IsImage: true } => new(nameof(ProblemTexts.PictureInText), place),
        LinkInline link when !IsTaken(link.Url) => new(nameof(ProblemTexts.LinkRefused), place, link.Url ?? ""),
        AutolinkInline { IsEmail: false } link when !IsTaken(link.Url) => new(nameof(ProblemTexts.LinkRefused), place, link.Url),
        _ => null,
    };

    private static bool IsTaken(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);
}
