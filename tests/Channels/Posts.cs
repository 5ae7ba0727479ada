using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Directory;
using Microsoft.Extensions.Configuration;

namespace Dissemination.Tests.Channels;

/// <summary>Posts and destinations as tests speak of them.</summary>
internal static class Posts
{
    public const string Link = "https://tuyentruyen.example/r/a1b2c3";

    public static SiteAddress Site { get; } =
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Site:BaseUrl", "https://tuyentruyen.example/")]).Build());

    public static DateTimeOffset Morning { get; } = new(2026, 11, 20, 0, 30, 0, TimeSpan.Zero);

    public static Destination Telegram(string address = "-1001234567890") =>
        new(new(new("bung-lao"), "telegram"), ChannelKind.Telegram, "Kênh Telegram xã Búng Lao", address, "telegram_tinh", []);

    public static Destination Website(string commune = "bung-lao") =>
        new(new(new(commune), "website"), ChannelKind.Website, "Trang tin xã Búng Lao", "", null, []);

    public static Post Article(string body, string? title = "Mắc ca trên đất Búng Lao") => new(
        Id("mac-ca", 1, "vi", Telegram().Id),
        ItemKind.Article,
        new(title, null, body),
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        Speaker: null,
        Link,
        Pictures: [],
        Sample: false,
        Morning);

    public static DeliveryId Id(string item, int revision, string language, DestinationId destination) =>
        new(new(new(item), revision, new(language)), destination);
}
