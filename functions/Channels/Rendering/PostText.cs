using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Channels.Rendering;

/// <summary>
/// The words of a post in the order of every messenger: headline, summary, body; then whose words, issuer, sample mark and link, which are
/// never cut away. What does not fit is shortened, split or refused, as its item says.
/// </summary>
/// <param name="Parts">What goes out one after the other; none where it is refused.</param>
/// <param name="Shortened">Whether some words did not fit.</param>
/// <param name="Refusal">Why it is not sent at all.</param>
internal sealed record PostText(ImmutableArray<StyledText> Parts, bool Shortened = false, Problem? Refusal = null)
{
    /// <summary>Whether all words are there, in one piece.</summary>
    public bool IsWhole => !Shortened && Refusal is null && Parts.Length == 1;

    /// <param name="limit">The channel's, in UTF-16 code units.</param>
    /// <param name="writeAddresses">Whether links in the body are written out.</param>
    /// <param name="firstLimit">That of the first part, where it is a smaller one: a caption.</param>
    public static PostText Compose(Post post, int limit, bool writeAddresses, int? firstLimit = null)
    {
        var first = firstLimit ?? limit;
        var head = Head(post, writeAddresses);
        var whole = Join(head, PostFoot.Of(post, int.MaxValue).Last(""));
        return (whole.Length <= first, post.Overflow) switch
        {
            (true, _) => new([whole]),
            (_, Overflow.Refuse) =>
                new([], Refusal: new(
                    nameof(ProblemTexts.TextOverLimit), null, post.Id.Destination.ToString(), Number(whole.Length), Number(limit))),
            (_, Overflow.Split) => Split(post, head, first, limit),
            _ => new([Shorten(post, head, first)], Shortened: true),
        };
    }

    /// <summary>As a channel sends it.</summary>
    /// <param name="pictures">What goes with the first part.</param>
    public RenderedPost Rendered(ImmutableArray<PostPicture> pictures) =>
        new([.. Parts.Select((part, at) => new RenderedPart(part.Text, at == 0 ? pictures : [], part.Spans))], Shortened, Refusal);

    private static StyledText Shorten(Post post, StyledText head, int limit)
    {
        var foot = PostFoot.Of(post, limit / 4).Last("");
        return Join(Shortening.Shorten(head, limit - foot.Length - 2), foot);
    }

    private static PostText Split(Post post, StyledText head, int first, int limit)
    {
        var foot = PostFoot.Of(post, Math.Min(first, limit) / 4);
        for (var digits = 1; ; digits++)
        {
            var mark = Mark(new('9', digits), new('9', digits));
            var (below, last) = (foot.Middle(mark).Length + 2, foot.Last(mark).Length + 2);
            var parts = Splitting.Split(head, Math.Max(1, first - below), Math.Max(1, limit - below), Math.Max(1, limit - last));
            var count = Number(parts.Length);
            if (count.Length <= digits)
            {
                return new(
                    [.. parts.Select((part, at) => (part, at, Mark(Number(at + 1), count)))
                        .Select(part => Join(part.part, part.at == parts.Length - 1 ? foot.Last(part.Item3) : foot.Middle(part.Item3)))],
                    Shortened: foot != PostFoot.Of(post, int.MaxValue));
            }
        }
    }

    private static StyledText Head(Post post, bool writeAddresses)
    {
        var version = post.Text;
        var text = new StyledTextBuilder();
        if (version.Title?.Trim() is { Length: > 0 } title)
        {
            text.Append(title).Style(TextStyle.Bold, 0).Append("\n\n");
        }

        if (version.Summary?.Trim() is { Length: > 0 } summary)
        {
            text.Append(summary).Append("\n\n");
        }

        text.Append(MarkdownText.Read(version.Body, writeAddresses));
        AppendCaptions(text, post.Pictures);
        return text.ToStyledText().Trim();
    }

    /// <summary>
    /// What is written below the pictures, with their numbers where they are several: a messenger shows an album with one text.
    /// </summary>
    private static void AppendCaptions(StyledTextBuilder text, ImmutableArray<PostPicture> pictures)
    {
        ImmutableArray<PostPicture> own = [.. pictures.Where(picture => !picture.IsCard)];
        var before = "\n\n";
        foreach (var (at, picture) in own.Index().Where(picture => !string.IsNullOrWhiteSpace(picture.Item.Caption)))
        {
            text.Append(before);
            var start = text.Length;
            text.Append(own.Length > 1 ? $"({Number(at + 1)}) {picture.Caption!.Trim()}" : picture.Caption!.Trim())
                .Style(TextStyle.Italic, start);
            before = "\n";
        }
    }

    private static StyledText Join(StyledText head, string foot) =>
        new StyledTextBuilder().Append(head).Append(head.Length == 0 ? "" : "\n\n").Append(foot).ToStyledText();

    private static string Mark(string number, string count) => $" ({number}/{count})";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
