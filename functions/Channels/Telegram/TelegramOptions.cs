namespace Dissemination.Channels.Telegram;

/// <summary>Settings under <c>Channels:Telegram</c>.</summary>
internal sealed class TelegramOptions
{
    public const string Section = "Channels:Telegram";

    /// <summary>The server that speaks the Bot API, without a path.</summary>
    public string BaseUrl { get; set; } = "https://api.telegram.org";

    public bool IsValid => Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", AbsolutePath: "/" };
}
