using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>What happened at the places of one channel on one day in Việt Nam.</summary>
/// <param name="Posts">Places where it was posted for the first time.</param>
/// <param name="Opens">By how much the count of opened links grew.</param>
[StructLayout(LayoutKind.Auto)]
[JsonConverter(typeof(DayCountConverter))]
internal readonly record struct DayCount(ChannelKind Channel, DateOnly Day, int Posts, int Opens) : IOfChannel;
