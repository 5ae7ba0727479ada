using Dissemination.Content;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dissemination.Channels.Rendering;

/// <summary>
/// The Markdown of an item, with nothing in it that could do harm: no raw HTML, no pictures from elsewhere, links to pages and mailboxes
/// only; of any other link the words are left.
/// </summary>
internal static class MarkdownBody
{
    public static MarkdownDocument Parse(string markdown)
    {
        var document = ItemMarkdown.Parse(markdown);
        // All are found before any is changed: Markdig walks by links between siblings that changing them leaves wrong.
        foreach (var inline in document.Descendants().OfType<Inline>().ToList())
        {
            switch (inline)
            {
                case LinkInline link when link.IsImage || !IsAllowed(link.Url):
                    link.ReplaceBy(new ContainerInline());
                    break;
                case AutolinkInline { IsEmail: false } link when !IsAllowed(link.Url):
                    link.ReplaceBy(new LiteralInline(link.Url));
                    break;
            }
        }

        return document;
    }

    public static string ToHtml(string markdown) => CleanText.Of(Parse(markdown).ToHtml(ItemMarkdown.Pipeline));

    private static bool IsAllowed(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);
}
