namespace Dissemination.Storage.Records;

/// <summary>What of the record is looked for. What is null is not asked.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
internal sealed record RecordQuery(DateOnly From, DateOnly To)
{
    /// <summary>A person's id, or <c>system</c>.</summary>
    public string? Who { get; init; }

    /// <summary>For example <c>approved</c>.</summary>
    public string? What { get; init; }

    /// <summary>The id of an item, or what else it was done to.</summary>
    public string? Subject { get; init; }
}
