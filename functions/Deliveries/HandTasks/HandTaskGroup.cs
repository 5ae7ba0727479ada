using Dissemination.Content;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>What is open of one language version in a commune.</summary>
internal sealed record HandTaskGroup(VersionId Version, string Headline, int Open, int Late);
