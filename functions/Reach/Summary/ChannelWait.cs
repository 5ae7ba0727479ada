using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>The gravest thing that the places of one channel wait for.</summary>
internal sealed record ChannelWait(ChannelKind Channel, Wait Wait);
