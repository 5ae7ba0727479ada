using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Web.Pages.Places;

/// <summary>The words of the guide that leads through connecting a channel: what to click there, and what it looks like.</summary>
internal static class ConnectGuide
{
    public const string Address = "/connect";

    public const int Steps = 3;

    /// <summary>The channels that have a guide.</summary>
    public static ImmutableArray<ChannelKind> Channels { get; } = [ChannelKind.Facebook, ChannelKind.Telegram, ChannelKind.Zalo];

    public static string TitleOf(ChannelKind channel) => Find("ConnectTitle", channel);

    /// <summary>What one needs before one begins.</summary>
    public static string NeedsOf(ChannelKind channel) => Find("ConnectNeeds", channel);

    /// <summary>What is to be done at the channel, in its order.</summary>
    public static IEnumerable<string> DoOf(ChannelKind channel) => Lines("ConnectDo", channel);

    /// <summary>What has to be set besides the secret; once for all places of the channel.</summary>
    public static IEnumerable<string> SettingsOf(ChannelKind channel) => Lines("ConnectSettings", channel);

    /// <summary>What an address looks like.</summary>
    public static string AddressHintOf(ChannelKind channel) => Find("ConnectAddress", channel);

    /// <summary>The name of the setting that holds a secret.</summary>
    public static string SettingOf(string credential) => $"Credentials__{credential}";

    /// <summary>The name of the secret in a vault, which takes no underscores.</summary>
    public static string VaultNameOf(string credential) => credential.Replace('_', '-');

    private static string[] Lines(string group, ChannelKind channel) =>
        Find(group, channel).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Find(string group, ChannelKind channel) => Labels.Find(group, channel.ToString()) ?? "";
}
