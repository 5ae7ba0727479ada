namespace Dissemination.Storage.Records;

/// <summary>Something that is wrong with the record, with its day and place.</summary>
/// <param name="Number">Of the line.</param>
internal sealed record RecordFault(RecordFaultKind Kind, DateOnly Day, long Number)
{
    /// <summary>The last line, where several are meant.</summary>
    public long? Upto { get; init; }

    /// <summary>The key of the line beside its item.</summary>
    public string? Key { get; init; }
}
