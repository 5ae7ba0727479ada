namespace Dissemination.Storage;

/// <summary>A row that stands still by itself while every other goes on.</summary>
/// <param name="Version">Of the row as it was found: once it has another, somebody has seen to it.</param>
/// <param name="Step">The step of the outbox that failed; null where the row cannot be read.</param>
internal sealed record RowTrouble(string Table, string PartitionKey, string RowKey, string Version, string? Step = null)
{
    /// <summary>The row's place, as people name it.</summary>
    public string Place => $"{Table}/{PartitionKey}/{RowKey}";
}
