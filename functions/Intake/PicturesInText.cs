using System.Collections.Immutable;
using System.Text;
using Dissemination.Content;
using Dissemination.Problems;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dissemination.Intake;

/// <summary>
/// Takes the pictures out of a Markdown text: <c>![words for those who cannot see it](file.jpg "caption")</c>, each on a line of its own.
/// No messenger shows a picture between two lines, so they go with the text, as those do that the front matter names.
/// </summary>
/// <param name="Body">The text without their lines; letter by letter the same where there are none.</param>
internal sealed record PicturesInText(string Body, ImmutableArray<ItemPicture> Pictures)
{
    /// <param name="place">Where the text begins.</param>
    public static PicturesInText Read(string body, Place place, List<Problem> problems)
    {
        // A picture needs these two; all other texts are not even parsed. Of one that cannot be read, the check of the text tells it.
        if (!body.Contains("![", StringComparison.Ordinal) || ItemMarkdown.TryParse(body, ItemMarkdown.Pipeline) is not { } document)
        {
            return new(body, []);
        }

        var pictures = ImmutableArray.CreateBuilder<ItemPicture>();
        var rest = new StringBuilder();
        var done = 0;
        foreach (var line in document.Descendants<ParagraphBlock>().SelectMany(LinesOfPictures))
        {
            pictures.AddRange(line.Select(image => Picture(image, place with { Line = place.Line + image.Line }, problems)));
            rest.Append(body.AsSpan(done..(body.LastIndexOf('\n', line[0].Span.Start) + 1)));
            done = EndOfLine(body, line[^1].Span.End);

            // Of the empty lines above and below it, only those above stay.
            while (EndsWithEmptyLine(rest) && done < body.Length && body[done] is '\n')
            {
                done++;
            }
        }

        var words = rest.Append(body.AsSpan(done)).ToString().TrimEnd();
        if (words.Length == 0)
        {
            problems.Add(new(nameof(ProblemTexts.TextEmpty), place));
        }

        return pictures.Count == 0 ? new(body, []) : new(words, pictures.ToImmutable());
    }

    /// <summary>Whether it is a picture that has its line for itself and others.</summary>
    public static bool IsTakenOut(MarkdownObject found) =>
        found is LinkInline { IsImage: true, Parent.ParentBlock: ParagraphBlock block } image
        && LinesOfPictures(block).Any(line => line.Contains(image));

    /// <summary>The lines that hold pictures and nothing else. One inside of a sentence is part of it, and is told.</summary>
    private static IEnumerable<LinkInline[]> LinesOfPictures(ParagraphBlock block)
    {
        List<Inline> line = [];
        foreach (var inline in block is { Parent: MarkdownDocument, Inline: { } inlines } ? inlines.Append(new LineBreakInline()) : [])
        {
            if (inline is not LineBreakInline)
            {
                line.Add(inline);
                continue;
            }

            if (line.OfType<LinkInline>().ToArray() is { Length: > 0 } images && line.TrueForAll(IsPictureOrSpace))
            {
                yield return images;
            }

            line.Clear();
        }
    }

    private static bool IsPictureOrSpace(Inline inline) =>
        inline is LinkInline { IsImage: true } || (inline is LiteralInline text && text.Content.IsEmptyOrWhitespace());

    private static int EndOfLine(string body, int at) => body.IndexOf('\n', at) is >= 0 and var end ? end + 1 : body.Length;

    private static bool EndsWithEmptyLine(StringBuilder text) =>
        text.Length == 0 || (text.Length > 1 && text[^1] is '\n' && text[^2] is '\n');

    private static ItemPicture Picture(LinkInline image, Place place, List<Problem> problems)
    {
        var alt = string.Concat(image.Descendants<LiteralInline>().Select(text => text.Content.ToString())).Trim();
        var name = Uri.UnescapeDataString(image.Url ?? "");
        var path = PictureFields.PathBeside(place.File, name);
        if (path is null)
        {
            problems.Add(new(nameof(ProblemTexts.PictureNotBeside), place, name));
        }

        if (alt.Length == 0)
        {
            problems.Add(new(nameof(ProblemTexts.PictureWithoutAlt), place, name));
        }

        return new(path ?? name, alt, string.IsNullOrWhiteSpace(image.Title) ? null : image.Title.Trim());
    }
}
