namespace Dissemination.Storage;

/// <summary>The keys of what is told of meetings and opinions, and of the sheets of it.</summary>
internal static class KeysOfMeetings
{
    /// <summary>
    /// The one partition of <see cref="TableNames.Meetings"/>: what is told of meetings and opinions, and its sums, are one transaction. A
    /// campaign has some ten thousand such records.
    /// </summary>
    public const string Told = "told";

    /// <summary>What was told, by its id.</summary>
    public static string ToldId(string id) => $"id.{id}";

    /// <summary>What the keys begin with of all that was told first of a commune.</summary>
    public static string ToldIdsOf(string commune) => $"id.{commune}.";

    /// <summary>The same record once more in the list of its commune, the newest day first.</summary>
    public static string ToldIn(string commune, DateOnly day, string id) => $"{ToldIn(commune, day)}{id}";

    public static string ToldIn(string commune, DateOnly day) => $"{ToldIn(commune)}{Keys.DayDescending(day)}.";

    public static string ToldIn(string commune) => $"in.{commune}.";

    /// <summary>The same record once more in the list of all communes, the newest day first.</summary>
    public static string ToldOn(DateOnly day, string id) => $"{ToldOn(day)}{id}";

    public static string ToldOn(DateOnly day) => $"{ToldOns}{Keys.DayDescending(day)}.";

    public const string ToldOns = "on.";

    /// <summary>What a record was before it was corrected or withdrawn, oldest first. No id holds a <c>~</c>.</summary>
    public static string ToldWas(string id, DateTimeOffset at) => $"{ToldWas(id)}{Keys.Ticks(at)}";

    public static string ToldWas(string id) => $"was.{id}~";

    /// <summary>The sums of a commune.</summary>
    public static string ToldTotal(string commune) => $"total.{commune}";

    /// <summary>The sums of a day, commune by commune; oldest first.</summary>
    public static string ToldDay(DateOnly day) => $"{ToldDays}{Keys.Day(day)}";

    public const string ToldDays = "day.";

    /// <summary>A line of the record that was written with what it is about, and is not in the table of the record's own yet.</summary>
    /// <param name="historyKey">The key that it has there.</param>
    public static string ToRecord(string historyKey) => $"{ToRecords}{historyKey}";

    public const string ToRecords = "torecord.";

    /// <summary>A sheet of meetings that a person agreed to, and that is not taken altogether yet.</summary>
    public static string MeetingSheet(string id) => $"{MeetingSheets}{id}";

    public const string MeetingSheets = "meetingsheet.";
}
