using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dissemination.Channels.Rendering;

/// <summary>The Markdown of an item, with nothing in it that could do harm: no raw HTML, no pictures from elsewhere, links to pages and mailboxes only.</summary>
internal static class MarkdownBody
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static MarkdownDocument Parse(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.IsImage || !IsAllowed(link.Url)).ToList())
        {
            Unwrap(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsAllowed(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return document;
    }

    public static string ToHtml(string markdown) => Parse(markdown).ToHtml(Pipeline);

    private static bool IsAllowed(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);

    /// <summary>Leaves the words of a link where the link was.</summary>
    private static void Unwrap(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }
}
