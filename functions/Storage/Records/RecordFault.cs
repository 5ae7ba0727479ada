namespace Dissemination.Storage.Records;

/// <summary>Something that is wrong with the record, with its day and place.</summary>
/// <param name="Number">Of the line.</param>
internal sealed record RecordFault(RecordFaultKind Kind, DateOnly Day, long Number)
{
    /// <summary>The last line, where several are meant.</summary>
    public long? Upto { get; init; }

    /// <summary>The key of the line beside its item, or the name of a blob.</summary>
    public string? Key { get; init; }

    /// <summary>A blob among the ends that are kept apart which is, or holds, none.</summary>
    public static RecordFault OfUnknown(string blob, FoundBlob found) =>
        new(RecordFaultKind.EndUnknown, LocalTime.DayOf(found.LastModified), 0) { Key = blob };
}
