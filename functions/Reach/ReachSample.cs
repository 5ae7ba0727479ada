using Dissemination.Content;

namespace Dissemination.Reach;

/// <summary>
/// What was known of one delivery at one time. Null is "not measured", never 0; the columns are different things and are never added to
/// each other.
/// </summary>
/// <param name="LinkOpens">How often its short link was opened.</param>
/// <param name="Audience">Members or followers of the destination when it was sent.</param>
/// <param name="Attendance">People present, as the person who confirmed tells it.</param>
internal sealed record ReachSample(DeliveryId Delivery, DateTimeOffset At, long? LinkOpens, long? Audience, long? Attendance)
{
    /// <summary>Whether it says the same as an earlier one.</summary>
    public bool SaysTheSameAs(ReachSample? earlier) =>
        earlier is not null && (LinkOpens, Audience, Attendance) == (earlier.LinkOpens, earlier.Audience, earlier.Attendance);
}
