using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>A place that has to carry an item, in these languages.</summary>
internal sealed record OwedPlace(DestinationId Id, ChannelKind Channel, ImmutableArray<LanguageTag> Languages);
