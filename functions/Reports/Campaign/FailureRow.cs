using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Reports.Campaign;

/// <summary>Posts of a channel that failed for the same reason.</summary>
internal sealed record FailureRow(ChannelKind Channel, FailureClass Failure, Problem? Reason, int Count);
