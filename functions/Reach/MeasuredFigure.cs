using Dissemination.Channels;

namespace Dissemination.Reach;

/// <summary>What a channel told of a post, and when it was asked.</summary>
internal sealed record MeasuredFigure(PostMetric Metric, long Value, DateTimeOffset At);
