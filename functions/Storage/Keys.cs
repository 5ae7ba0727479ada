using System.Globalization;

namespace Dissemination.Storage;

/// <summary>
/// Every partition and row key. Ids hold only <c>a-z 0-9 - .</c>, so they stand in keys as they are.
/// All that people decide (items, translations, what is due, the record of it) lies in one partition of one table,
/// so that a decision, its hand-over to the next stage and its trace are one transaction; a province's office
/// makes a few thousand such decisions a month. What machines do by the hundred thousand (deliveries) is spread over partitions.
/// </summary>
internal static class Keys
{
    /// <summary>The one partition of <see cref="TableNames.Editorial"/>.</summary>
    public const string Editorial = "editorial";

    /// <summary>First after every key that begins with the prefix: the end of a range query.</summary>
    public static string After(string prefix) => string.Concat(prefix.AsSpan(0, prefix.Length - 1), [(char)(prefix[^1] + 1)]);

    /// <summary>First after one key: the end of a range query that includes it.</summary>
    public static string AfterKey(string key) => $"{key} ";

    public static string Item(string item) => $"item.{item}";

    public static string Revision(string item, int revision) => string.Create(CultureInfo.InvariantCulture, $"revision.{item}.{revision:D6}");

    /// <summary>A translation supplied as a file, kept until its item is there and for later revisions.</summary>
    public static string Supplied(string item, string language) => $"supplied.{item}.{language}";

    public static string Translation(string item, int revision, string language) =>
        string.Create(CultureInfo.InvariantCulture, $"translation.{item}.{revision:D6}.{language}");

    /// <summary>Open translations by language: what a reviewer's inbox lists.</summary>
    public static string Inbox(string language, string item, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"inbox.{language}.{item}.{revision:D6}");

    /// <summary>A language version that may go out, by the time it is due.</summary>
    public static string Due(DateTimeOffset at, string version) => $"due.{Ticks(at)}.{version}";

    /// <summary>A language version that went out, newest first.</summary>
    public static string Published(DateTimeOffset at, string version) => $"published.{TicksDescending(at)}.{version}";

    /// <summary>An item whose report is to be written anew.</summary>
    public static string ReportDue(string item) => $"report.{item}";

    /// <summary>The append-only record of a subject (an item, the directory), oldest first.</summary>
    public static string History(string subject, DateTimeOffset at, string what) => $"history.{subject}.{Ticks(at)}.{what}";

    /// <summary>The beginning of the keys of a subject's record.</summary>
    public static string HistoryOf(string subject) => $"history.{subject}.";

    /// <summary>A version of a handed-in file; the ids sort newest first.</summary>
    public static string HandIn(string id) => $"handin.{id}";

    /// <summary>A hand-in that waits for a file that is not there yet, by that file.</summary>
    public static string Waiting(string file, string handIn) => $"waiting.{file.Replace('/', '|')}|.{handIn}";

    /// <summary>Something that people should look at and may retry.</summary>
    public static string Notice(string kind, string subject) => $"notice.{kind}.{subject}";

    /// <summary>A picture that was accepted, by its path; a path's slashes may not stand in a key.</summary>
    public static string Picture(string path) => $"picture.{path.Replace('/', '|')}";

    public static string Resolution(string id) => $"resolution.{id}";

    /// <summary>A time as a key part that sorts newest first.</summary>
    public static string TicksDescending(DateTimeOffset at) =>
        (DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
