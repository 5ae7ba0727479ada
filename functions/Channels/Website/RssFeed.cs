using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Dissemination.Directory;

namespace Dissemination.Channels.Website;

/// <summary>A feed as RSS 2.0, with <c>xml:lang</c>.</summary>
internal static class RssFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    private static readonly XNamespace Podcast = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(Feed feed)
    {
        var isHeard = feed.Entries.Any(entry => entry.Sound is not null);
        var rss = new SyndicationFeed(feed.Title, feed.Description, feed.Site, feed.Entries.Select(Item))
        {
            Language = isHeard ? ListedAs(feed.Id.Language) : feed.Id.Language.Value,
        };
        rss.ElementExtensions.Add(
            new XElement(
                Atom + "link",
                new XAttribute("rel", "self"),
                new XAttribute("type", "application/rss+xml"),
                new XAttribute("href", feed.Address(FeedFormat.Rss))).CreateReader());
        rss.AttributeExtensions.Add(new("lang", "http://www.w3.org/XML/1998/namespace"), feed.Id.Language.Value);
        if (isHeard)
        {
            AddPodcast(rss, feed);
        }

        if (feed.Entries is [var newest, ..])
        {
            rss.LastUpdatedTime = newest.CorrectedAt ?? newest.PublishedAt;
        }

        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(
            bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            new Rss20FeedFormatter(rss, serializeExtensionsAsAtom: false).WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static SyndicationItem Item(FeedEntry entry)
    {
        var item = new SyndicationItem
        {
            Id = entry.Guid,
            Title = new(entry.Title),
            Summary = new(entry.Html, TextSyndicationContentKind.Html),
            PublishDate = entry.PublishedAt,
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(new(entry.Link)));
        // RSS keeps its own author element for a mail address; the issuer is a name.
        item.ElementExtensions.Add(new XElement(Dc + "creator", entry.Issuer).CreateReader());
        if (entry.CorrectedAt is { } correctedAt)
        {
            item.ElementExtensions.Add(new XElement(Atom + "updated", correctedAt.UtcDateTime).CreateReader());
        }

        if (entry.Sound is { } sound)
        {
            // RSS itself knows one file of an entry: players of podcasts look for the voice there.
            item.Links.Add(SyndicationLink.CreateMediaEnclosureLink(new(sound.Url), PostVoice.ContentType, sound.Bytes));
            item.ElementExtensions.Add(Say("duration", sound.Seconds.ToString(CultureInfo.InvariantCulture)));
            item.ElementExtensions.Add(Say("explicit", "false"));
            item.ElementExtensions.Add(Say("episodeType", "full"));
        }

        foreach (var (at, picture) in (entry.Pictures.IsDefault ? [] : entry.Pictures).Index())
        {
            // All of them, with their words, are said as Media RSS.
            if (at == 0 && entry.Sound is null)
            {
                item.Links.Add(SyndicationLink.CreateMediaEnclosureLink(new(picture.Url), picture.ContentType, picture.Length));
            }

            item.ElementExtensions.Add(Content(picture).CreateReader());
        }

        return item;
    }

    /// <summary>What directories of podcasts ask for, beside title and language, of a feed in which something is heard.</summary>
    private static void AddPodcast(SyndicationFeed rss, Feed feed)
    {
        rss.ElementExtensions.Add(new XElement(Dc + "language", feed.Id.Language.Value).CreateReader());
        rss.ElementExtensions.Add(Say("author", feed.Name));
        rss.ElementExtensions.Add(Say("explicit", "false"));
        rss.ElementExtensions.Add(Say("type", "episodic"));
        rss.ElementExtensions.Add(Say("category", new XAttribute("text", "Government")));
        rss.ElementExtensions.Add(Say("image", new XAttribute("href", new Uri(feed.Site, PodcastCover.Path))));
    }

    /// <summary>
    /// Directories of podcasts take codes of two letters alone, and Thái and Mông have none: they are listed with the country's. Beside it
    /// stands what is really spoken.
    /// </summary>
    private static string ListedAs(LanguageTag language) =>
        language.Value.Split('-')[0].Length == 2 ? language.Value : LanguageTag.Vietnamese.Value;

    /// <summary>With the prefix that directories look for, whatever XML says of prefixes.</summary>
    private static XmlReader Say(string name, object value) =>
        new XElement(Podcast + name, new XAttribute(XNamespace.Xmlns + "itunes", Podcast.NamespaceName), value).CreateReader();

    private static XElement Content(FeedPicture picture) => new(
        Media + "content",
        new XAttribute("url", picture.Url),
        new XAttribute("type", picture.ContentType),
        new XAttribute("medium", "image"),
        picture.Length > 0 ? new XAttribute("fileSize", picture.Length) : null,
        picture.Caption is null ? null : new XElement(Media + "title", picture.Caption),
        new XElement(Media + "description", picture.Alt));
}
