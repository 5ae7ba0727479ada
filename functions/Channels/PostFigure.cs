using System.Runtime.InteropServices;

namespace Dissemination.Channels;

/// <summary>What a channel told of a post.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PostFigure(PostMetric Metric, long Value);
