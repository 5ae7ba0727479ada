using System.Collections.Immutable;
using Dissemination.Channels;
using Dissemination.Content;

namespace Dissemination.Reach;

/// <summary>
/// What was known of one delivery at one time. Null, and what is not among the figures, is "not measured", never 0; the columns are
/// different things and are never added to each other.
/// </summary>
/// <param name="LinkOpens">How often its short link was opened: measured.</param>
/// <param name="Audience">Members or followers of the destination when it was sent: measured.</param>
/// <param name="Attendance">People present, as the person who confirmed tells it: told.</param>
internal sealed record ReachSample(DeliveryId Delivery, DateTimeOffset At, long? LinkOpens, long? Audience, long? Attendance)
{
    /// <summary>What the channel told of the post, each with its own time: a figure that it did not give again stays as it was.</summary>
    public ImmutableArray<MeasuredFigure> Figures { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When its channel was asked last and answered, whatever it told; null where it never was.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Before that it is not to be asked again: it was asked too much, or it was silent; null where nothing is left to ask.</summary>
    public DateTimeOffset? AgainAt { get; init; }

    /// <summary>Whether anything was measured.</summary>
    public bool IsMeasured() => LinkOpens is not null || Audience is not null || !Figures.IsEmpty;

    public long? Find(PostMetric metric) => Figures.FirstOrDefault(figure => figure.Metric == metric)?.Value;

    /// <summary>Whether it says the same as an earlier one, whenever that was.</summary>
    public bool SaysTheSameAs(ReachSample? earlier) =>
        earlier is not null
        && (LinkOpens, Audience, Attendance) == (earlier.LinkOpens, earlier.Audience, earlier.Attendance)
        && Figures.Select(figure => (figure.Metric, figure.Value))
            .SequenceEqual(earlier.Figures.Select(figure => (figure.Metric, figure.Value)));
}
