using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>
/// What became of an item in one language at the places of one channel in one commune, over all revisions: a place counts once. The types
/// are small because a campaign has a million of these.
/// </summary>
/// <param name="Expected">Places that were owed when a revision was approved, or that something was planned for.</param>
/// <param name="Done">Places where it was posted, in whatever revision.</param>
/// <param name="OnTime">Those of them that had it in time.</param>
/// <param name="Failed">Places whose newest delivery failed, or whose outcome nobody knows.</param>
/// <param name="Waiting">Places for which something is still to come.</param>
/// <param name="Measured">Places of which a figure was collected.</param>
/// <param name="FirstMinutes">Whole minutes from its start to the first post; null where there is none.</param>
/// <param name="Opens">Opens of the short links; null is "not measured".</param>
/// <param name="MeasuredMinute">When the newest figure was collected, in minutes since 1970; null where none was.</param>
/// <param name="Told">Posts of which the channel told a figure, whichever.</param>
[StructLayout(LayoutKind.Auto)]
[JsonConverter(typeof(ChannelFiguresConverter))]
internal readonly record struct ChannelFigures(
    ChannelKind Channel,
    ushort Expected,
    ushort Done,
    ushort OnTime,
    ushort Failed,
    ushort Waiting,
    ushort Measured,
    int? FirstMinutes,
    int? Opens,
    int? MeasuredMinute,
    ushort Told = 0) : IOfChannel
{
    /// <summary>A time in minutes since 1970.</summary>
    public static int? MinuteOf(DateTimeOffset? at) => at is { } known ? (int)(known.ToUnixTimeSeconds() / 60) : null;
}
