using Dissemination.Content;

namespace Dissemination.Deliveries;

/// <summary>The language version to which short links with its letters lead.</summary>
internal sealed record ShortLink(VersionId Version);
