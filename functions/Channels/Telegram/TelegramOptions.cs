using System.ComponentModel.DataAnnotations;

namespace Dissemination.Channels.Telegram;

/// <summary>Settings under <c>Channels:Telegram</c>.</summary>
internal sealed class TelegramOptions
{
    public const string Section = "Channels:Telegram";

    /// <summary>The server that speaks the Bot API, without a path.</summary>
    [ServerAddress]
    public string BaseUrl { get; set; } = "https://api.telegram.org";

    /// <summary>
    /// Messages a second that a bot may send; 0 for no limit. Telegram's real limits vary, and its 429 has the last word.
    /// </summary>
    [Range(0, int.MaxValue)]
    public int PerSecond { get; set; } = 30;

    /// <summary>Messages a minute to one group or channel; 0 for no limit.</summary>
    [Range(0, int.MaxValue)]
    public int PerChatMinute { get; set; } = 20;

    /// <summary>Seconds between two messages to one chat; a lane remembers a minute of what it sent.</summary>
    [Range(0d, 60d)]
    public double ChatInterval { get; set; } = 1;

    public ChannelLimits Limits => new(PerSecond, PerChatMinute, TimeSpan.FromSeconds(ChatInterval));
}
