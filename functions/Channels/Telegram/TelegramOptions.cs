namespace Dissemination.Channels.Telegram;

/// <summary>Settings under <c>Channels:Telegram</c>.</summary>
internal sealed class TelegramOptions
{
    public const string Section = "Channels:Telegram";

    /// <summary>The server that speaks the Bot API, without a path.</summary>
    public string BaseUrl { get; set; } = "https://api.telegram.org";

    /// <summary>Messages a second that a bot may send; 0 for no limit. Telegram's real limits vary, and its 429 has the last word.</summary>
    public int PerSecond { get; set; } = 30;

    /// <summary>Messages a minute to one group or channel; 0 for no limit.</summary>
    public int PerChatMinute { get; set; } = 20;

    /// <summary>Seconds between two messages to one chat.</summary>
    public double ChatInterval { get; set; } = 1;

    public ChannelLimits Limits => new(PerSecond, PerChatMinute, TimeSpan.FromSeconds(ChatInterval));

    // A lane remembers a minute of what it sent.
    public bool IsValid =>
        Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", AbsolutePath: "/" }
        && PerSecond >= 0 && PerChatMinute >= 0 && ChatInterval is >= 0 and <= 60;
}
