using Dissemination.Directory;

namespace Dissemination.Deliveries;

/// <summary>Which of the failed and uncertain deliveries are wanted. Null is all.</summary>
internal sealed record TroubleFilter(FailureClass? Failure = null, ChannelKind? Channel = null, CommuneId? Commune = null)
{
    public static TroubleFilter All { get; } = new();

    public bool Takes(WorklistEntry entry) =>
        (Failure is null || entry.FailureClass == Failure)
        && (Channel is null || entry.Channel == Channel)
        && (Commune is null || entry.Delivery.Destination.Commune == Commune);
}
