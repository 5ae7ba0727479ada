using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Reach.Summary;

/// <summary>Places of a channel where posting failed for the same reason.</summary>
/// <param name="Reason">The reason, with what the first of them told; null where none was told.</param>
internal sealed record FailureCount(ChannelKind Channel, FailureClass Failure, Problem? Reason, int Count) : IOfChannel;
