using Azure;

namespace Dissemination.Reach.Meetings;

/// <summary>A record with its version, which a change of it names.</summary>
internal sealed record VersionedTold(ToldRecord Record, ETag Version);
