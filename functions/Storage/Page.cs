namespace Dissemination.Storage;

/// <summary>A page of records.</summary>
/// <param name="Next">The token of the next page, good for the same list only; null on the last.</param>
internal sealed record Page<T>(IReadOnlyList<Row<T>> Rows, string? Next);
