using Dissemination.Content;

namespace Dissemination.Publishing;

/// <summary>What Publishing hands to Reach: a language version that went out, and when it was planned.</summary>
internal sealed record PublishedVersion(VersionId Version, DateTimeOffset At, int Deliveries);
