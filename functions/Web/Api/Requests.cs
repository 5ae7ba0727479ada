using Dissemination.Directory;

namespace Dissemination.Web.Api;

/// <summary>An approval of an item's current revision.</summary>
/// <param name="Document">The number of the document that approves it.</param>
/// <param name="Date">The document's date; today in Việt Nam where it is left out.</param>
internal sealed record ApproveRequest(string? Document, DateOnly? Date);

/// <summary>A reason that people will read.</summary>
internal sealed record ReasonRequest(string? Reason);

/// <summary>The words of a translation.</summary>
internal sealed record DraftRequest(string? Title, string? Summary, string? Body, string? Pictures = null);

/// <summary>Words of some segments of a translation.</summary>
/// <param name="Segments">By place, from 0: words, or null to take them away. Naming the words that are there says that they are right.</param>
internal sealed record DraftSegmentsRequest(IReadOnlyDictionary<int, string?>? Segments);

/// <summary>A warning that is no mistake.</summary>
/// <param name="Finding">The key of the finding.</param>
internal sealed record DismissRequest(string? Finding, string? Reason);

/// <summary>Who is asked for a translation; without a commune nobody is any more.</summary>
/// <param name="DueAt">Until when; null where it has time.</param>
internal sealed record AssignRequest(CommuneId? Commune, PersonId? Person, DateTimeOffset? DueAt);

/// <summary>What somebody says about a translation.</summary>
/// <param name="Segment">About which segment, counted from 1; null for all of it.</param>
internal sealed record CommentRequest(string? Text, int? Segment);

/// <summary>A hand task is done.</summary>
/// <param name="Attendance">People present, where that was counted.</param>
internal sealed record ConfirmRequest(int? Attendance);

/// <summary>The same to many deliveries at once, at most 100.</summary>
internal sealed record ManyRequest(IReadOnlyList<string>? Ids);

/// <summary>What a person saw when looking for many uncertain deliveries, at most 100.</summary>
internal sealed record SettleManyRequest(IReadOnlyList<string>? Ids, bool IsThere);

/// <summary>What a person saw when looking for an uncertain delivery.</summary>
internal sealed record SettleRequest(bool IsThere);
