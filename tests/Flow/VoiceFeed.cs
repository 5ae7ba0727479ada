using System.Xml.Linq;
using Dissemination.Channels.Website;
using Dissemination.Directory;

namespace Dissemination.Tests.Flow;

/// <summary>The Vietnamese feed of the commune where texts are read aloud, as RSS.</summary>
internal sealed class VoiceFeed(VoiceSite site)
{
    public async Task<XDocument> ReadAsync()
    {
        site.Get<FeedReader>().Forget(LanguageTag.Vietnamese);
        using var anybody = site.Visit();
        return XDocument.Parse((await anybody.ReadAsync("/feeds/bung-lao/vi.rss")).Html);
    }

    public async Task<XElement> EntryAsync(string item)
    {
        var rss = await ReadAsync();
        return rss.Descendants("item").Single(entry => entry.Element("guid")!.Value.StartsWith(item, StringComparison.Ordinal));
    }

    /// <summary>The address of the voice of an entry; null where it has none.</summary>
    public static string? SoundOf(XElement entry) =>
        (string?)entry.Elements("enclosure").SingleOrDefault(file => (string?)file.Attribute("type") == "audio/mpeg")?.Attribute("url");
}
