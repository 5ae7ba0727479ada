namespace Dissemination.Directory.Changes;

/// <summary>Something that was done with a row and left it as it is.</summary>
/// <param name="What">The word of the record.</param>
internal sealed record RowNote(DateTimeOffset At, PersonId By, string What);
