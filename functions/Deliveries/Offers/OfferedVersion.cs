using Dissemination.Content;

namespace Dissemination.Deliveries.Offers;

/// <summary>A language version that may still go out.</summary>
/// <param name="PublishedAt">When it went out elsewhere.</param>
internal sealed record OfferedVersion(VersionId Version, string Headline, DateTimeOffset PublishedAt, DateTimeOffset? ExpiresAt);
