using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Dissemination.Directory;

/// <summary>What a row of destinations.csv has to say of a destination of some kind.</summary>
/// <param name="IsPosted">Whether a machine posts there, with a credential.</param>
/// <param name="NeedsAddress">Whether nobody could find it without an address.</param>
/// <param name="Address">The form of an address; null where any will do.</param>
/// <param name="Forms">The forms of an address, as people are told them.</param>
internal readonly partial record struct ChannelForm(
    ChannelKind Kind, bool IsPosted = false, bool NeedsAddress = false, Regex? Address = null, string Forms = "")
{
    /// <summary>By the words of the file.</summary>
    public static readonly FrozenDictionary<string, ChannelForm> All = new Dictionary<string, ChannelForm>(StringComparer.Ordinal)
    {
        ["telegram"] = new(ChannelKind.Telegram, IsPosted: true, NeedsAddress: true),
        ["telegram-voice"] = new(ChannelKind.TelegramVoice, IsPosted: true, NeedsAddress: true),
        ["facebook"] = new(ChannelKind.Facebook, IsPosted: true, NeedsAddress: true),
        ["zalo"] = new(ChannelKind.Zalo, IsPosted: true, NeedsAddress: true, OwnedPlace(), "group:<id>, <id>, articles, broadcast"),
        ["website"] = new(ChannelKind.Website),
        ["group"] = new(ChannelKind.VillageGroup, NeedsAddress: true),
        ["loudspeaker"] = new(ChannelKind.Loudspeaker),
        ["notice-board"] = new(ChannelKind.NoticeBoard),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The word of the file.</summary>
    public static string NameOf(ChannelKind kind) => All.First(form => form.Value.Kind == kind).Key;

    /// <summary>A place that an account itself owns: a group, its page, or all who follow it.</summary>
    [GeneratedRegex("^(?:group:)?[A-Za-z0-9_-]{1,64}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex OwnedPlace();
}
