using Dissemination.Channels;

namespace Dissemination.Deliveries.Sending;

/// <summary>A send that takes longer than others: its lane waits for it, and no other does.</summary>
internal sealed record LateSend(BlockWork Work, StoredDelivery Sent, DateTimeOffset BegunAt, Task<SendOutcome> Answer);
