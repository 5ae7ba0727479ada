namespace Dissemination.Storage;

/// <summary>A page of records.</summary>
/// <param name="Next">The token of the next page; null on the last.</param>
internal sealed record Page<T>(IReadOnlyList<Row<T>> Rows, string? Next);
