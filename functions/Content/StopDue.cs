using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>What Content hands to Publishing when an item was withdrawn or replaced: what is planned of it and may not go out any more is to be stopped.</summary>
internal sealed record StopDue(ItemId Item, DateTimeOffset At);

internal static class StopDueWrites
{
    public static Transaction StopDue(this Transaction transaction, ItemId item, DateTimeOffset now) =>
        transaction.Put(Keys.StopDue(item.Value), new StopDue(item, now), ContentJson.Default.StopDue);
}
