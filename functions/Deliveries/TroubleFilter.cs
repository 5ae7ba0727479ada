using Dissemination.Directory;

namespace Dissemination.Deliveries;

/// <summary>Which of the failed and uncertain deliveries are wanted. Null is all.</summary>
internal sealed record TroubleFilter(FailureClass? Failure = null, ChannelKind? Channel = null, CommuneId? Commune = null)
{
    public static TroubleFilter All { get; } = new();

    /// <remarks>A commune has those of the communes that it took over.</remarks>
    public bool Takes(WorklistEntry entry, DirectorySnapshot directory) =>
        (Failure is null || entry.FailureClass == Failure)
        && (Channel is null || entry.Channel == Channel)
        && (Commune is not { } commune || directory.FamilyOf(commune).Contains(entry.Delivery.Destination.Commune));
}
