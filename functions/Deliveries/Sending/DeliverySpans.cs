using System.Diagnostics;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// Tells the traces of items what a turn of a lane did for them: a span for each that went out together and came to the same, so that ten
/// thousand deliveries do not make ten thousand spans. It says what and how many, never to whom.
/// </summary>
internal static class DeliverySpans
{
    /// <param name="deliveries">As they stand after the send, or after the channel was read back.</param>
    public static void Record(IEnumerable<Delivery> deliveries, DateTimeOffset begunAt, DateTimeOffset endedAt)
    {
        foreach (var same in deliveries.GroupBy(
            delivery => (delivery.TraceParent, delivery.Id.Version, delivery.Channel, delivery.Action, delivery.State)))
        {
            var (parent, version, channel, action, state) = same.Key;
            using var span = Tracing.Continue("deliver", parent, ActivityKind.Client, begunAt).Tag(version)?
                .SetTag("channel", EnumNames.Of(channel))
                .SetTag("action", EnumNames.Of(action))
                .SetTag("count", same.Count())
                .SetTag("outcome", EnumNames.Of(state))
                .SetStatus(state is DeliveryState.Failed or DeliveryState.Uncertain ? ActivityStatusCode.Error : ActivityStatusCode.Unset)
                .SetEndTime(endedAt.UtcDateTime);
        }
    }
}
