using Dissemination.Content;

namespace Dissemination.Publishing;

/// <summary>What Publishing hands to Reach: a language version that went out, and when it was planned.</summary>
internal sealed record PublishedVersion(VersionId Version, DateTimeOffset At, int Deliveries);

/// <summary>What Publishing and Channels hand to Reports: an item whose report is to be written anew.</summary>
internal sealed record ReportDue(ItemId Item, DateTimeOffset At);
