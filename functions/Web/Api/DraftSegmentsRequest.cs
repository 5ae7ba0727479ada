namespace Dissemination.Web.Api;

/// <summary>Words of some segments of a translation.</summary>
/// <param name="Segments">By place, from 0: words, or null to take them away. Naming the words that are there says that they are
/// right.</param>
internal sealed record DraftSegmentsRequest(IReadOnlyDictionary<int, string?>? Segments);
