namespace Dissemination.Deliveries;

/// <summary>A delivery as it was read, and the block in which it stands.</summary>
internal sealed record StoredDelivery(Delivery Value, StoredBlock Block)
{
    /// <summary>Whether it stands in its block as it was read: nobody else wrote it since.</summary>
    public bool IsAsRead => Block.Row.Value.Find(Value.Id)?.Writes == Value.Writes;
}
