using System.Collections.Immutable;

namespace Dissemination.Directory;

/// <summary>One official page, group, channel, feed or hand-served place of one commune.</summary>
/// <param name="Address">What the channel calls it: a chat, page or group id. Empty for a feed or a place.</param>
/// <param name="Credential">The name of the credential that serves it; its value lives in configuration.</param>
/// <param name="Languages">What it carries; empty means Vietnamese and all that its commune speaks.</param>
internal sealed record Destination(
    DestinationId Id,
    ChannelKind Channel,
    string Name,
    string Address,
    string? Credential,
    ImmutableArray<LanguageTag> Languages)
{
    /// <summary>Of a loudspeaker station how many clusters it has; null where nobody said so.</summary>
    public int? Clusters { get; init; }

    public bool IsByHand => Channel is ChannelKind.VillageGroup or ChannelKind.Loudspeaker or ChannelKind.NoticeBoard;

    public bool Carries(LanguageTag language) => Languages.IsEmpty || Languages.Contains(language);
}
