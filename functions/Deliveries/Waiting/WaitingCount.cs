using Dissemination.Directory;

namespace Dissemination.Deliveries.Waiting;

/// <summary>How many wait on a channel.</summary>
internal sealed record WaitingCount(ChannelKind Channel, int Number);
