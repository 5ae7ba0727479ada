using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dissemination.Channels;
using Dissemination.Channels.Cards;
using Dissemination.Channels.Preview;
using Dissemination.Channels.Website;
using Dissemination.Content;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Channels;

/// <summary>
/// What readers in Búng Lao see of a language version, place by place: the chat, the page, the Zalo group, both feeds, the preview, what
/// people post by hand, and the card.
/// </summary>
internal sealed partial class SentWords(ServedChannels rooms, VersionId version)
{
    public const string Card = "card";

    private static readonly LanguageTag Thai = new(ServedChannels.Thai);

    public static SentWords Of(ServedChannels rooms, string version) => new(rooms, VersionId.Parse(version, null));

    /// <summary>The words at each place. Of a version that has no card, they are those that a card in Thái letters would have.</summary>
    /// <exception cref="InvalidOperationException">A place has nothing of it, or has it twice.</exception>
    public async Task<IReadOnlyList<(string Place, string Text)>> WordsAsync() =>
    [
        ("telegram", rooms.Telegram.Posts.Single(await IsOfAsync<Simulators.Telegram.TelegramPost>("telegram", post => post.Text)).Text),
        ("facebook", rooms.Facebook.Posts.Single(
            await IsOfAsync<Simulators.Facebook.FacebookPost>("facebook", post => post.Message)).Message),
        ("zalo", rooms.Zalo.Messages.Single(await IsOfAsync<Simulators.Zalo.ZaloGroupMessage>("zalo", message => message.Text)).Text),
        ("JSON feed", await JsonEntryAsync() is var entry ? $"{entry["title"]}\n\n{Shown((string)entry["content_html"]!)}" : ""),
        ("RSS feed", await RssEntryAsync() is var item ? $"{Value(item, "title")}\n\n{Shown(Value(item, "description"))}" : ""),
        ("preview", Joined(await PreviewAsync())),
        ("group", Joined(await TaskAsync("nhom-ban"))),
        ("loudspeaker", Joined(await TaskAsync("loa"))),
        (Card, await CardAsync()),
    ];

    /// <summary>The first picture at each place; the loudspeaker and a card have none.</summary>
    public async Task<IReadOnlyList<(string Place, byte[] Bytes)>> PicturesAsync() =>
    [
        ("telegram", rooms.Telegram.Posts.Single(
            await IsOfAsync<Simulators.Telegram.TelegramPost>("telegram", post => post.Text)).Photo!),
        ("facebook", rooms.Facebook.Posts.Single(
            await IsOfAsync<Simulators.Facebook.FacebookPost>("facebook", post => post.Message)).Pictures[0].Bytes),
        ("zalo", rooms.Zalo.Messages.Single(
            await IsOfAsync<Simulators.Zalo.ZaloGroupMessage>("zalo", message => message.Text)).Picture!),
        ("JSON feed", await PublicAsync((string)(await JsonEntryAsync())["image"]!)),
        ("RSS feed", await PublicAsync(Source().Match(Value(await RssEntryAsync(), "description")).Groups["address"].Value)),
        ("preview", await MediaAsync((await PreviewAsync())[0].Pictures[0].Blob)),
        ("group", await MediaAsync((await TaskAsync("nhom-ban"))[0].Pictures[0].Blob)),
    ];

    /// <summary>How much is out in all of Búng Lao; what is refused changes none of it.</summary>
    public static async Task<(int Posts, int Previews, int Tasks, string Feed)> OutAsync(ServedChannels rooms) =>
    (
        rooms.Telegram.Posts.Count + rooms.Facebook.Posts.Count + rooms.Zalo.Messages.Count,
        (await PreviewsAsync(rooms)).Count,
        (await rooms.HandTasksAsync()).Count(),
        await FeedAsync(rooms, LanguageTag.Vietnamese, FeedFormat.Json) + await FeedAsync(rooms, LanguageTag.Vietnamese, FeedFormat.Rss));

    /// <summary>HTML as its readers see it.</summary>
    private static string Shown(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(BlockEnd().Replace(LineEnd().Replace(html.ReplaceLineEndings("\n"), "\n"), "\n\n"), "")).Trim();

    private async Task<Func<T, bool>> IsOfAsync<T>(string row, Func<T, string> words)
    {
        var link = rooms.Get<SiteAddress>().ShortLink((await rooms.GetAsync(version.ToString(), row)).Link);
        return post => words(post).Contains(link, StringComparison.Ordinal);
    }

    private string Guid => $"{version.Item}.{version.Language}.bung-lao.trang-tin";

    private async Task<JsonNode> JsonEntryAsync() =>
        JsonNode.Parse(await FeedAsync(rooms, version.Language, FeedFormat.Json))!["items"]!.AsArray()
            .Single(entry => (string?)entry!["id"] == Guid)!;

    private async Task<XElement> RssEntryAsync() =>
        XDocument.Parse(await FeedAsync(rooms, version.Language, FeedFormat.Rss)).Descendants("item")
            .Single(item => item.Element("guid")!.Value == Guid);

    private static async Task<string> FeedAsync(ServedChannels rooms, LanguageTag language, FeedFormat format)
    {
        using var reader = rooms.Visit();
        return (await reader.ReadAsync($"/feeds/{new FeedId(new("bung-lao"), language).File(format)}")).Html;
    }

    private static async Task<IReadOnlyList<PreviewPost>> PreviewsAsync(ServedChannels rooms) =>
        [
            .. (await rooms.Get<PreviewReader>().PageAsync(new("bung-lao"), null, 1000, CancellationToken.None)).Rows
                .Select(row => row.Value),
        ];

    private async Task<IReadOnlyList<RenderedPart>> PreviewAsync() =>
        (await PreviewsAsync(rooms)).Single(preview => preview.Delivery.Version == version).Parts;

    private async Task<IReadOnlyList<RenderedPart>> TaskAsync(string row) =>
        (await rooms.Get<HandTaskPosts>().FindAsync(DeliveryId.Parse($"{version}.bung-lao.{row}", null), CancellationToken.None))!
            .Rendered.Parts;

    private async Task<string> CardAsync()
    {
        var read = await rooms.Get<VersionReader>().ReadAsync(version, CancellationToken.None);
        var card = read.Card ?? VersionCards.For(Thai, read.Content, read.Text, sample: false)!;
        return string.Join('\n', [card.Headline, .. card.Text.Select(paragraph => paragraph.Text)]);
    }

    private async Task<byte[]> PublicAsync(string address)
    {
        using var reader = rooms.Visit();
        using var answer = await reader.GetAsync(new Uri(address).AbsolutePath);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private async Task<byte[]> MediaAsync(string blob) =>
        (await rooms.Store.Container(Containers.Media).GetBlobClient(blob).DownloadContentAsync()).Value.Content.ToArray();

    private static string Value(XElement entry, string name) => entry.Element(name)!.Value;

    private static string Joined(IEnumerable<RenderedPart> parts) => string.Join('\n', parts.Select(part => part.Text));

    [GeneratedRegex(@"<br ?/?>\n?", RegexOptions.NonBacktracking)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"</(p|h[1-6]|li|figure)>\n?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("<img src=\"(?<address>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Source();
}
