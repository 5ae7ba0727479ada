using Dissemination.Channels.Cards;
using Dissemination.Publishing;

namespace Dissemination.Deliveries.Sending;

/// <summary>A language version as some communes get it, with the picture card of its words.</summary>
internal sealed record PostableText(PublishableVersion Version, EnsuredCard Card);
