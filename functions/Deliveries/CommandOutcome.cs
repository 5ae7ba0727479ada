using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Deliveries;

/// <summary>What a person's act on one delivery came to.</summary>
/// <param name="Row">The delivery as it stands now; null where there is none.</param>
/// <param name="Problem">Why it was not done; null where it was.</param>
internal sealed record CommandOutcome(DeliveryId Id, StoredDelivery? Row, Problem? Problem)
{
    public bool IsDone => Problem is null;
}
