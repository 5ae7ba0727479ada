using System.Collections.Immutable;

namespace Dissemination.Channels.Rendering;

/// <summary>The words of a post in the order of every messenger: headline, summary, body; then whose words, issuer, sample mark and link, which are never cut away.</summary>
/// <param name="Text">The words that fit.</param>
/// <param name="Shortened">Whether some did not.</param>
internal sealed record PostText(StyledText Text, bool Shortened)
{
    /// <param name="limit">The channel's, in UTF-16 code units.</param>
    /// <param name="writeAddresses">Whether links in the body are written out.</param>
    public static PostText Compose(Post post, int limit, bool writeAddresses)
    {
        var all = Fit(post, int.MaxValue, writeAddresses);
        return all.Length <= limit ? new(all, Shortened: false) : new(Fit(post, limit, writeAddresses), Shortened: true);
    }

    private static StyledText Fit(Post post, int limit, bool writeAddresses)
    {
        var tail = string.Join('\n', Tail(post, limit / 4));
        var head = Shortening.Shorten(Head(post.Text, writeAddresses), limit - tail.Length - 2);
        var text = new StyledTextBuilder().Append(head);
        return (head.Length == 0 ? text : text.Append("\n\n")).Append(tail).ToStyledText();
    }

    private static StyledText Head(Content.VersionText version, bool writeAddresses)
    {
        var text = new StyledTextBuilder();
        if (version.Title?.Trim() is { Length: > 0 } title)
        {
            text.Append(title).Style(TextStyle.Bold, 0).Append("\n\n");
        }

        if (version.Summary?.Trim() is { Length: > 0 } summary)
        {
            text.Append(summary).Append("\n\n");
        }

        return text.Append(MarkdownText.Read(version.Body, writeAddresses)).ToStyledText().Trim();
    }

    /// <param name="most">A name as long as an article must not push the link out.</param>
    private static IEnumerable<string> Tail(Post post, int most)
    {
        if (Name(post.Speaker) is { Length: > 0 } speaker)
        {
            yield return $"— {speaker}";
        }

        if (Name(post.Issuer) is { Length: > 0 } issuer)
        {
            yield return issuer;
        }

        if (post.Sample)
        {
            yield return PostTexts.Sample;
        }

        yield return post.Link;

        string? Name(string? name) => name is null ? null : Shortening.Shorten(new StyledText(name.Trim(), []), most).Text;
    }
}
