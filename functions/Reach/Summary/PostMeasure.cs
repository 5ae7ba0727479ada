using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Dissemination.Channels;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>What a channel told last of one post.</summary>
[StructLayout(LayoutKind.Auto)]
[JsonConverter(typeof(PostMeasureConverter))]
internal readonly record struct PostMeasure(ChannelKind Channel, PostMetric Metric, int Value) : IOfChannel;
