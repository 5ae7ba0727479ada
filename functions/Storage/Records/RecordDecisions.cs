using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dissemination.Storage.Records;

/// <summary>How lines follow each other in the chain, and how one sees that they do not any more: pure functions.</summary>
internal static class RecordDecisions
{
    /// <summary>The line that follows.</summary>
    /// <param name="end">Where the chain ends; null where there is none.</param>
    /// <param name="today">No line is of a later day, whatever its clock said: else all behind it would be.</param>
    public static RecordLine Next(RecordEnd? end, HistoryEntry entry, DateOnly today)
    {
        var day = LocalTime.DayOf(entry.At);
        day = day > today ? today : day;
        day = end is not null && end.Day > day ? end.Day : day;
        var text = TextOf(entry);
        var (number, before) = ((end?.Number ?? 0) + 1, end?.Hash ?? "");
        return new(number, day, text, before, HashOf(number, day, before, text));
    }

    /// <summary>An entry as it is hashed: texts, whole numbers and times alone, in one order.</summary>
    public static string TextOf(HistoryEntry entry) =>
        Encoding.UTF8.GetString(ReadableJson.Write(entry, StorageJson.Default.HistoryEntry).Span);

    /// <summary>SHA-256 over the number, the day, the hash before and the JSON, with a line break between each two.</summary>
    public static string HashOf(long number, DateOnly day, string before, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}\n{day:yyyy-MM-dd}\n{before}\n{text}"))));

    /// <summary>What is wrong with a line by itself, and with what follows it.</summary>
    /// <param name="rowKey">Where it was found.</param>
    /// <param name="next">The line behind it; null for the last.</param>
    public static IEnumerable<RecordFault> FaultsOf(RecordLine line, string rowKey, RecordLine? next)
    {
        if (line.Hash != HashOf(line.Number, line.Day, line.Before, line.Text))
        {
            yield return new(RecordFaultKind.Changed, line.Day, line.Number);
        }
        else if (rowKey != KeysOfRecords.Line(line.Day, line.Number))
        {
            yield return new(RecordFaultKind.OutOfPlace, line.Day, line.Number);
        }

        if (next is null)
        {
            yield break;
        }

        if (next.Number != line.Number + 1)
        {
            yield return next.Number > line.Number
                ? new(RecordFaultKind.Missing, line.Day, line.Number + 1) { Upto = next.Number - 1 }
                : new(RecordFaultKind.OutOfPlace, next.Day, next.Number);
        }
        else if (next.Before != line.Hash)
        {
            yield return new(RecordFaultKind.Changed, line.Day, line.Number);
        }
    }

    /// <summary>What is wrong with the last line of a day, or of all, against the end that was kept apart.</summary>
    public static RecordFault? FaultOf(RecordLine? last, RecordEnd kept) =>
        last is null || last.Number < kept.Number ? new(RecordFaultKind.Missing, kept.Day, (last?.Number ?? 0) + 1) { Upto = kept.Number }
        : last.Number == kept.Number && last.Hash != kept.Hash ? new(RecordFaultKind.EndDiffers, kept.Day, kept.Number)
        : null;
}
