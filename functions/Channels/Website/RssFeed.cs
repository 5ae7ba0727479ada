using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Dissemination.Channels.Website;

/// <summary>A feed as RSS 2.0, with <c>xml:lang</c>.</summary>
internal static class RssFeed
{
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(Feed feed)
    {
        var address = feed.Address(FeedFormat.Rss);
        var rss = new SyndicationFeed(feed.Title, feed.Description, new Uri(feed.Site + "/"), feed.Entries.Select(Item))
        {
            Language = feed.Id.Language.Value,
        };
        rss.Links.Add(new SyndicationLink(address, "self", null, "application/rss+xml", 0));
        rss.AttributeExtensions.Add(new("lang", "http://www.w3.org/XML/1998/namespace"), feed.Id.Language.Value);
        if (feed.Entries is [var newest, ..])
        {
            rss.LastUpdatedTime = newest.PublishedAt;
        }

        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            new Rss20FeedFormatter(rss, serializeExtensionsAsAtom: false).WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static SyndicationItem Item(FeedEntry entry)
    {
        var item = new SyndicationItem { Title = new(entry.Title), Summary = new(entry.Html, TextSyndicationContentKind.Html), PublishDate = entry.PublishedAt };
        item.Links.Add(SyndicationLink.CreateAlternateLink(new(entry.Link)));
        // RSS keeps its own author element for a mail address; the issuer is a name.
        item.ElementExtensions.Add(new XElement(Dc + "creator", entry.Issuer).CreateReader());
        item.ElementExtensions.Add(new XElement("guid", new XAttribute("isPermaLink", "false"), entry.Guid).CreateReader());
        return item;
    }
}
