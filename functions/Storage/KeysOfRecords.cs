using System.Globalization;

namespace Dissemination.Storage;

/// <summary>
/// The keys of the record's chain. What happened is written among what people decide (<see cref="Keys.History"/>), in the transaction that
/// decides it, and once more as a row that waits to be chained; the chain is one partition of <see cref="TableNames.Record"/>.
/// </summary>
internal static class KeysOfRecords
{
    /// <summary>Lines that are not in the chain yet, in <see cref="Keys.Editorial"/>.</summary>
    public const string UnchainedPrefix = "unchained.";

    public const string HistoryPrefix = "history.";

    /// <summary>The one partition of <see cref="TableNames.Record"/>: a line and the end of the chain are one transaction.</summary>
    public const string Chain = "chain";

    public const string LinePrefix = "line.";

    /// <summary>Where the chain ends.</summary>
    public const string Head = "head";

    private const long MostNumber = 999_999_999_999;

    /// <summary>A line that waits, the oldest first.</summary>
    /// <param name="historyKey">The key under which the line stands already.</param>
    public static string Unchained(DateTimeOffset at, string historyKey) =>
        string.Create(CultureInfo.InvariantCulture, $"{UnchainedPrefix}{at.UtcTicks:D19}.{historyKey.AsSpan(HistoryPrefix.Length)}");

    /// <summary>A line of the chain, the newest day and number first.</summary>
    public static string Line(DateOnly day, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{LinesOf(day)}{MostNumber - number:D12}");

    /// <summary>What the keys of a day's lines begin with.</summary>
    public static string LinesOf(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{LinePrefix}{99_999_999 - ((day.Year * 10_000) + (day.Month * 100) + day.Day):D8}.");

    /// <summary>The blob in <see cref="Containers.RecordEnds"/> with the end of a day that is over; it is written once.</summary>
    public static string DayBlob(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}.json");

    /// <summary>
    /// The blob in <see cref="Containers.RecordEnds"/> to which each end that the chain has on a day is appended, one a line.
    /// </summary>
    /// <param name="part">From 0 on: one that takes no more is followed by another.</param>
    public static string NotesBlob(DateOnly day, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}.{part}.jsonl");

    /// <summary>The day of such a blob; null where it is none.</summary>
    public static DateOnly? FindNotesDay(string blob) =>
        blob.Split('.') is [var day, var part, _]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found)
        && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && blob == NotesBlob(found, number)
            ? found
            : null;
}
