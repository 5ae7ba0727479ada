namespace Dissemination.Web.Api;

/// <summary>An approval of an item's current revision.</summary>
/// <param name="Document">The number of the document that approves it.</param>
/// <param name="Date">The document's date; today in Việt Nam where it is left out.</param>
internal sealed record ApproveRequest(string? Document, DateOnly? Date);

/// <summary>A reason that people will read.</summary>
internal sealed record ReasonRequest(string? Reason);

/// <summary>The words of a translation.</summary>
internal sealed record DraftRequest(string? Title, string? Summary, string? Body);

/// <summary>A hand task is done.</summary>
/// <param name="Attendance">People present, where that was counted.</param>
internal sealed record ConfirmRequest(int? Attendance);

/// <summary>The same to many deliveries at once, at most 100.</summary>
internal sealed record ManyRequest(IReadOnlyList<string>? Ids);

/// <summary>What a person saw when looking for many uncertain deliveries, at most 100.</summary>
internal sealed record SettleManyRequest(IReadOnlyList<string>? Ids, bool IsThere);

/// <summary>What a person saw when looking for an uncertain delivery.</summary>
internal sealed record SettleRequest(bool IsThere);
