using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>A step that an item needs next.</summary>
internal sealed record ItemDue(ItemId Item, DateTimeOffset At, string? TraceParent = null) : IOutboxEntry
{
    /// <param name="traceParent">Where it belongs if it happened in no stage of its own.</param>
    public static ItemDue Of(ItemId item, DateTimeOffset at, string? traceParent = null) => new(item, at, Tracing.Current ?? traceParent);
}
