using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Publishing;

/// <summary>The message to Channels: send one language version to many destinations of one lane. Few messages carry much, because messages cost more than deliveries.</summary>
internal sealed record DeliveryBatch(VersionId Version, string Lane, ImmutableArray<DestinationId> Destinations)
{
    /// <summary>As many as one transaction takes.</summary>
    public const int Limit = 100;
}
