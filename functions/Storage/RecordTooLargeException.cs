namespace Dissemination.Storage;

/// <summary>A record is larger than a row takes. What people write is bounded before; this is the last guard.</summary>
internal sealed class RecordTooLargeException(string rowKey, int length) : Exception($"The row {rowKey} would hold {length} characters.");
