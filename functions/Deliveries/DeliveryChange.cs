namespace Dissemination.Deliveries;

/// <summary>What is written together of one language version.</summary>
/// <param name="Changes">What changes of what is there.</param>
/// <param name="News">What is added.</param>
internal sealed record DeliveryChange(IReadOnlyList<(StoredDelivery Read, Delivery Changed)> Changes, IReadOnlyList<Delivery> News);
