using System.Collections.Immutable;
using System.Text;
using Dissemination.Content;
using Dissemination.Problems;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dissemination.Intake;

/// <summary>
/// Takes the pictures out of a Markdown text: <c>![words for those who cannot see it](file.jpg "caption")</c>, each on a line of its own.
/// No messenger shows a picture between two paragraphs, so they go with the text, as those do that the front matter names.
/// </summary>
/// <param name="Body">The text without them; letter by letter the same where there are none.</param>
internal sealed record PicturesInText(string Body, ImmutableArray<ItemPicture> Pictures)
{
    /// <param name="place">Where the text begins.</param>
    public static PicturesInText Read(string body, Place place, List<Problem> problems)
    {
        // A picture needs these two; all other texts are not even parsed.
        if (!body.Contains("![", StringComparison.Ordinal) || Parse(body) is not { } document)
        {
            return new(body, []);
        }

        var pictures = ImmutableArray.CreateBuilder<ItemPicture>();
        var rest = new StringBuilder();
        var done = 0;
        foreach (var block in document.Descendants<ParagraphBlock>().Where(IsOfPictures))
        {
            foreach (var image in block.Inline!.OfType<LinkInline>())
            {
                pictures.Add(Picture(image, place with { Line = place.Line + image.Line }, problems));
            }

            rest.Append(body.AsSpan(done..block.Span.Start));
            done = block.Span.End + 1;
            while (done < body.Length && body[done] is '\n' or '\r')
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

    /// <summary>Whether it is a picture that stands by itself.</summary>
    public static bool IsTakenOut(MarkdownObject found) =>
        found is LinkInline { IsImage: true, Parent.ParentBlock: ParagraphBlock block } && IsOfPictures(block);

    /// <summary>Whether it holds pictures and nothing else. One inside of a sentence is part of it, and is told.</summary>
    private static bool IsOfPictures(ParagraphBlock block) =>
        block.Parent is MarkdownDocument
        && block.Inline is { } inlines
        && inlines.Any(inline => inline is LinkInline { IsImage: true })
        && inlines.All(
            inline => inline is LinkInline { IsImage: true } or LineBreakInline
                || (inline is LiteralInline text && text.Content.IsEmptyOrWhitespace()));

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

    private static MarkdownDocument? Parse(string body)
    {
        try
        {
            return Markdown.Parse(body, ItemMarkdown.Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested hundreds deep: the check of the text tells it.
            return null;
        }
    }
}
