using System.Globalization;

namespace Dissemination.Storage;

/// <summary>The keys of <see cref="TableNames.Reach"/>: samples, openings, and what became of the items.</summary>
internal static class KeysOfReach
{
    /// <summary>A block of the newest samples of a language version's deliveries, in its partition.</summary>
    public static string Known(int number) => string.Create(CultureInfo.InvariantCulture, $"{KnownPrefix}{number:D4}");

    public const string KnownPrefix = "known.";

    /// <summary>The number of such a block.</summary>
    public static int KnownNumber(string rowKey) => int.Parse(rowKey.AsSpan(KnownPrefix.Length), CultureInfo.InvariantCulture);

    /// <summary>The newest sample of one delivery, as it was kept before there were blocks.</summary>
    public static string LatestSample(string destination) => $"{LatestPrefix}{destination}";

    public const string LatestPrefix = "latest.";

    /// <summary>What was measured at one time, in so many parts. Before there were blocks a place stood where the part does.</summary>
    public static string SampleAt(int part, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{SamplePrefix}{part:D3}.{Keys.Ticks(at)}");

    public const string SamplePrefix = "sample.";

    /// <summary>The time in such a key.</summary>
    public static DateTimeOffset SampleTime(string rowKey) =>
        new(long.Parse(rowKey.AsSpan(rowKey.LastIndexOf('.') + 1), CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>How often the links of a language version were opened by the end of a day, in its partition.</summary>
    public static string OpensByDay(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{OpensByDayPrefix}{day:yyyyMMdd}");

    public const string OpensByDayPrefix = "opens.";

    /// <summary>
    /// The one partition of <see cref="TableNames.Reach"/> with what became of the items, so that each writing of one has a number that is
    /// higher than those of all before it; no language version begins so.
    /// </summary>
    public const string Summaries = "~summaries";

    /// <summary>What became of an item, by the number of its writing: whoever knows all up to one asks for those behind it.</summary>
    public static string Summary(long number) => string.Create(CultureInfo.InvariantCulture, $"{SummaryPrefix}{number:D12}");

    public const string SummaryPrefix = "log.";

    /// <summary>The number that comes next.</summary>
    public const string SummaryHead = "head";

    /// <summary>Under which number an item stands.</summary>
    public static string SummaryOf(string item) => $"item.{item}";

    /// <summary>The partition with what the communes owe of an item, a row for each approved revision.</summary>
    public static string OwedOf(string item) => $"~owed.{item}";

    public static string Owed(int revision) => string.Create(CultureInfo.InvariantCulture, $"{revision:D6}");

    /// <summary>Of so many places that one row does not hold them, the rows behind the first.</summary>
    public static string Owed(int revision, int part) => string.Create(CultureInfo.InvariantCulture, $"{revision:D6}.{part:D3}");
}
