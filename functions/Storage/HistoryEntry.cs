namespace Dissemination.Storage;

/// <summary>One line of the append-only record: who did what, when, to which revision.</summary>
/// <param name="Subject">The id of an item, or what else it was done to: <c>directory</c>, <c>channels</c>, <c>memory</c>.</param>
/// <param name="Who">A person's id, <c>system</c>, or <c>container:approved</c>.</param>
/// <param name="What">For example <c>revision-accepted</c>.</param>
/// <param name="Detail">A document number, a reason, a file name.</param>
/// <param name="Commune">The commune whose own variant of a translation it was done to; null for the translation itself.</param>
internal sealed record HistoryEntry(
    string Subject,
    DateTimeOffset At,
    string Who,
    string What,
    int? Revision = null,
    string? Language = null,
    string? Detail = null,
    string? Commune = null)
{
    /// <summary>Who, when the program did it by itself.</summary>
    public const string System = "system";

    /// <summary>Who, where it was done by dropping a file where only those may write whom the province chose.</summary>
    public const string ApprovedContainer = $"container:{Containers.Approved}";

    public string RowKey =>
        Keys.History(Subject, At, Language is null ? $"{What}.{Revision}" : $"{What}.{Revision}.{Language}{Keys.OfCommune(Commune)}");
}
