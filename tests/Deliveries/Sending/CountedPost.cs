using Dissemination.Directory;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>A post as the channel saw it.</summary>
/// <param name="Turn">Which went out together.</param>
/// <param name="CountedAt">When the channel counted it: between its send and its answer.</param>
internal sealed record CountedPost(DestinationId Destination, int Turn, DateTimeOffset CountedAt, DateTimeOffset AnsweredAt);
