namespace Dissemination.Channels.Website;

/// <summary>A feed as it was drawn from its rows.</summary>
/// <param name="Files">In every format.</param>
/// <param name="ModifiedAt">When a row of it last changed; null where it never had one.</param>
/// <param name="DrawnAt">The timestamp (<see cref="TimeProvider.GetTimestamp"/>) before its rows were read.</param>
internal sealed record DrawnFeed(IReadOnlyDictionary<FeedFormat, FeedFile> Files, DateTimeOffset? ModifiedAt, long DrawnAt);
