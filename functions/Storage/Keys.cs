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

    /// <summary>Whether a row can have that key: 512 characters at most, and none that Azure Tables refuses.</summary>
    public static bool IsPossible(string key) =>
        key.Length <= 512 && !key.Any(letter => letter is '/' or '\\' or '#' or '?' || char.IsControl(letter) || char.IsSurrogate(letter));

    /// <summary>First after every key that begins with the prefix: the end of a range query.</summary>
    public static string After(string prefix) => string.Concat(prefix.AsSpan(0, prefix.Length - 1), [(char)(prefix[^1] + 1)]);

    /// <summary>First after one key: the end of a range query that includes it.</summary>
    public static string AfterKey(string key) => $"{key} ";

    /// <summary>Which version of the program's records is stored.</summary>
    public const string Schema = "schema";

    /// <summary>No item is left whose expiry was not handed over, as of those that were stored before an expiry was acted on.</summary>
    public const string ExpiriesCaughtUp = "expiriescaughtup";

    public static string Item(string item) => $"item.{item}";

    public static string Revision(string item, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"revision.{item}.{revision:D6}");

    /// <summary>An item that waits for its approval, as it stands: what an approver's list holds.</summary>
    public static string ToApprove(string item) => $"{ToApprovePrefix}{item}";

    public const string ToApprovePrefix = "toapprove.";

    /// <summary>An item in the list of all, the newest month first.</summary>
    public static string Listed(DateOnly month, string item) => $"{ListedFrom(month)}{item}";

    /// <summary>What the keys of the items of a month begin with.</summary>
    public static string ListedFrom(DateOnly month) => $"{ListedPrefix}{MonthDescending(month)}.";

    public const string ListedPrefix = "listed.";

    /// <summary>The words of an item in that list, which only a search reads.</summary>
    public static string ListedWords(DateOnly month, string item) => $"{ListedWordsFrom(month)}{item}";

    /// <summary>What the keys of the words of a month begin with.</summary>
    public static string ListedWordsFrom(DateOnly month) => $"{ListedWordsPrefix}{MonthDescending(month)}.";

    public const string ListedWordsPrefix = "listedwords.";

    /// <summary>An item on a day of the calendar that it is wanted on.</summary>
    public static string OnCalendar(DateOnly day, string item) => $"{OnCalendarFrom(day)}{item}";

    /// <summary>First of all items of a day and those behind it.</summary>
    public static string OnCalendarFrom(DateOnly day) => $"calendar.{Day(day)}.";

    /// <summary>A language version that went out, on the day when it did and on the one when it was wanted.</summary>
    public static string OutOnCalendar(DateOnly day, string version) => $"{OutOnCalendarFrom(day)}{version}";

    public static string OutOnCalendarFrom(DateOnly day) => $"calendarout.{Day(day)}.";

    /// <summary>A translation supplied as a file, kept until its item is there and for later revisions.</summary>
    public static string Supplied(string item, string language) => $"supplied.{item}.{language}";

    public static string SuppliedOf(string item) => $"supplied.{item}.";

    public static string Translation(string item, int revision, string language) => $"{TranslationsOf(item, revision)}{language}";

    /// <summary>An item's translations, oldest revision first.</summary>
    public static string TranslationsOf(string item) => $"translation.{item}.";

    public static string TranslationsOf(string item, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"{TranslationsOf(item)}{revision:D6}.");

    /// <summary>
    /// A commune's own variant of a translation. Its prefix is its own, so that no list of translations holds it by mistake.
    /// </summary>
    public static string Variant(string item, int revision, string language, string commune) =>
        $"{VariantsOf(item, revision, language)}{commune}";

    /// <summary>The variants of an item's translations, oldest revision first.</summary>
    public static string VariantsOf(string item) => $"variant.{item}.";

    public static string VariantsOf(string item, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"{VariantsOf(item)}{revision:D6}.");

    public static string VariantsOf(string item, int revision, string language) => $"{VariantsOf(item, revision)}{language}.";

    /// <summary>Open translations by language: what a reviewer's inbox lists.</summary>
    /// <param name="commune">Whose variant it is; null for the translation itself.</param>
    public static string Inbox(string language, string item, int revision, string? commune = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{InboxOf(language)}{item}.{revision:D6}{OfCommune(commune)}");

    public static string InboxOf(string language) => $"{InboxPrefix}{language}.";

    public const string InboxPrefix = "inbox.";

    /// <summary>A translation whose approval came or went, and that the memory has not heard of yet.</summary>
    public static string MemoryDue(string version) => $"{MemoryDuePrefix}{version}";

    public const string MemoryDuePrefix = "memory.";

    /// <summary>What was recorded of a text that was read aloud.</summary>
    /// <param name="commune">Whose variant it is; null for the common text.</param>
    public static string Recording(string item, int revision, string language, string? commune) =>
        string.Create(CultureInfo.InvariantCulture, $"{RecordingsOf(item)}{revision:D6}.{language}{OfCommune(commune)}");

    /// <summary>The recordings of an item, oldest revision first.</summary>
    public static string RecordingsOf(string item) => $"recording.{item}.";

    /// <summary>A recording that waits for somebody who listens to it.</summary>
    public static string ToListen(string language, string text) => $"{ToListenIn(language)}{text}";

    public static string ToListenIn(string language) => $"{ToListenPrefix}{language}.";

    public const string ToListenPrefix = "tolisten.";

    /// <summary>What somebody said about a translation, oldest first.</summary>
    /// <param name="version">A language version, or a commune's variant of it.</param>
    public static string Comment(string version, DateTimeOffset at, string person) => $"{CommentsOf(version)}{Ticks(at)}.{person}";

    /// <summary>A comment that a person has not seen yet, by the person and the text.</summary>
    public static string CommentNews(string person, string version, DateTimeOffset at, string by) =>
        $"{CommentNewsOf(person, version)}{Ticks(at)}.{by}";

    public static string CommentNewsOf(string person) => $"commentnews.{person}.";

    public static string CommentNewsOf(string person, string version) => $"{CommentNewsOf(person)}{version}.";

    public static string CommentsOf(string version) => $"comment.{version}.";

    /// <summary>
    /// A language version that may go out, by the time it is due; or a commune's own variant of one, whose deliveries are to be looked at.
    /// </summary>
    public static string Due(DateTimeOffset at, string version) => $"{DuePrefix}{Ticks(at)}.{version}";

    public const string DuePrefix = "due.";

    /// <summary>First after all that is due by then.</summary>
    public static string DueAfter(DateTimeOffset at) => $"{DuePrefix}{Ticks(at.AddTicks(1))}";

    /// <summary>A language version that is being turned into deliveries, until it ends.</summary>
    public static string FanOut(string version) => $"{FanOutPrefix}{version}";

    public const string FanOutPrefix = "fanout.";

    /// <summary>What was decided about what a commune has of before something new was there.</summary>
    public static string Offer(string commune) => $"{OfferPrefix}{commune}";

    public const string OfferPrefix = "offer.";

    /// <summary>A language version that went out, newest first.</summary>
    public static string Published(DateTimeOffset at, string version) => $"{PublishedPrefix}{TicksDescending(at)}.{version}";

    public const string PublishedPrefix = "published.";

    /// <summary>First after all that went out since then.</summary>
    public static string PublishedUntil(DateTimeOffset since) => $"{PublishedPrefix}{TicksDescending(since)}";

    /// <summary>A picture in <c>media</c> that an item which is out shows.</summary>
    public static string Shown(string blob, string item) => $"{ShownBy(blob)}{item}";

    public static string ShownBy(string blob) => $"shown.{blob}.";

    /// <summary>An item whose report is to be written anew.</summary>
    public static string ReportDue(string item) => $"{ReportDuePrefix}{item}";

    public const string ReportDuePrefix = "report.";

    /// <summary>The newest periods that have a report.</summary>
    public const string PeriodsWritten = "periodswritten";

    /// <summary>The figures of a period as they were when an edition of its report was written.</summary>
    public static string PeriodFigures(string period, int edition) =>
        string.Create(CultureInfo.InvariantCulture, $"periodfigures.{period}.{edition:D3}");

    /// <summary>A line of the list of reports, the newest period and edition first.</summary>
    public static string PeriodReport(DateOnly to, string period, int edition) =>
        string.Create(CultureInfo.InvariantCulture, $"{PeriodReports(to, period)}{999 - edition:D3}");

    public static string PeriodReports(DateOnly to, string period) => $"{PeriodReportPrefix}{DayDescending(to)}.{period}.";

    public const string PeriodReportPrefix = "periodreport.";

    /// <summary>A report whose files are to be made.</summary>
    public static string PeriodFilesDue(string period, int edition) =>
        string.Create(CultureInfo.InvariantCulture, $"{PeriodFilesDuePrefix}{period}.{edition:D3}");

    public const string PeriodFilesDuePrefix = "periodfiles.";

    /// <summary>A report that leadership is to be told of, by the time from which on.</summary>
    public static string TellLeaders(DateTimeOffset at, string period) => $"{TellLeadersPrefix}{Ticks(at)}.{period}";

    public const string TellLeadersPrefix = "tellleaders.";

    /// <summary>First after all that leadership is to be told by then.</summary>
    public static string TellLeadersAfter(DateTimeOffset at) => $"{TellLeadersPrefix}{Ticks(at.AddTicks(1))}";

    /// <summary>A language version whose posts are to be measured, by the time that the first of them is due.</summary>
    public static string MeasureDue(DateTimeOffset at, string version) => $"{MeasureDuePrefix}{Ticks(at)}.{version}";

    public const string MeasureDuePrefix = "measure.";

    /// <summary>First after all that is to be measured by then.</summary>
    public static string MeasureDueAfter(DateTimeOffset at) => $"{MeasureDuePrefix}{Ticks(at.AddTicks(1))}";

    /// <summary>An item of which something planned may have to be stopped.</summary>
    public static string StopDue(string item) => $"{StopDuePrefix}{item}";

    public const string StopDuePrefix = "stop.";

    /// <summary>The same at a time that is to come; behind all that are to be looked at now, because no item's name begins so.</summary>
    public static string StopDue(DateTimeOffset at, string item) => $"{StopDuePrefix}~{Ticks(at)}.{item}";

    /// <summary>First after all that are to be looked at by then.</summary>
    public static string StopDueAfter(DateTimeOffset at) => $"{StopDuePrefix}~{Ticks(at.AddTicks(1))}";

    /// <summary>How an item stood when its report was written.</summary>
    public static string ReportSummary(string item) => $"{ReportSummaryPrefix}{item}";

    public const string ReportSummaryPrefix = "summary.";

    /// <summary>
    /// What the partitions of <see cref="TableNames.Deliveries"/> with the deliveries of an item begin with; a partition is a language
    /// version. With its dot it is the beginning of no other item's.
    /// </summary>
    public static string DeliveriesOf(string item) => $"{item}.";

    /// <summary>What partitions begin with that are the language versions of a revision.</summary>
    public static string VersionsOf(string item, int revision) => string.Create(CultureInfo.InvariantCulture, $"{item}.{revision}.");

    /// <summary>A block of deliveries: of one share of the lanes, or of those that people post by hand.</summary>
    public static string Block(string share, int number) => string.Create(CultureInfo.InvariantCulture, $"{share}.{number:D6}");

    /// <summary>The share in such a key.</summary>
    public static string ShareOfBlock(string block) => block[..block.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>First after all blocks of a language version; behind it is what is known of all of them.</summary>
    public const string AfterBlocks = "~";

    /// <summary>What is known of all deliveries of a language version; whoever adds one writes it too.</summary>
    public const string DeliveriesHead = "~head";

    /// <summary>The one partition of <see cref="TableNames.Backlog"/>: so few rows are written together for all shares.</summary>
    public const string BacklogPartition = "open";

    /// <summary>A block with open deliveries, by its share and the time when it is due.</summary>
    public static string Backlog(DateTimeOffset due, string version, string block) =>
        $"{BacklogOf(ShareOfBlock(block))}{Ticks(due)}.{version}.{block}";

    public static string BacklogOf(string share) => $"{share}.";

    /// <summary>The time in such a key.</summary>
    public static DateTimeOffset BacklogDue(string rowKey) =>
        new(
            long.Parse(rowKey.AsSpan(rowKey.IndexOf('.', StringComparison.Ordinal) + 1, 19), CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>
    /// The partition of <see cref="TableNames.Links"/> with how often the links of another partition were opened.
    /// </summary>
    public static string LinkOpensOf(string links) => $"opens.{links}";

    /// <summary>How often a link was opened, as far as one shard counted it.</summary>
    public static string LinkOpens(string shard, string link) => $"{LinkOpensOfShard(shard)}{link}";

    public static string LinkOpensOfShard(string shard) => $"{shard}.";

    /// <summary>
    /// The list in <see cref="TableNames.Worklist"/> of the hand tasks that are not confirmed; and, below, of what waits for a commune's
    /// confirmation. What waits of one language version in one commune is one row, so that all of a version is few transactions.
    /// </summary>
    public const string HandTasks = "hand";

    public const string Held = "held";

    /// <summary>Its partition with what waits in a commune: one of eight, so that none becomes long.</summary>
    public static string WaitingPartition(string list, string commune) =>
        string.Create(CultureInfo.InvariantCulture, $"{WaitingPartitions(list)}{Spread.Of(commune, 8)}");

    /// <summary>What the partitions of such a list begin with.</summary>
    public static string WaitingPartitions(string list) => $"{list}.";

    /// <summary>What waits in a commune, the oldest first.</summary>
    public static string WaitingIn(string commune) => $"{commune}.";

    public static string WaitingOf(string commune, DateTimeOffset since, string version) =>
        $"{WaitingIn(commune)}{Ticks(since)}.{version}.";

    /// <summary>The partition of <see cref="TableNames.Worklist"/> with the deliveries that failed or are uncertain.</summary>
    public const string Troubled = "troubled";

    /// <summary>
    /// The partition of <see cref="TableNames.Worklist"/> with the hand tasks that a commune confirmed lately, newest first.
    /// </summary>
    public static string Done(string commune) => $"done.{commune}";

    /// <summary>A confirmed hand task; those that were confirmed with one act stand together.</summary>
    public static string DoneTask(DateTimeOffset at, string delivery) => $"{DoneAt(at)}{delivery}";

    /// <summary>What the keys of the hand tasks begin with that were confirmed at that moment.</summary>
    public static string DoneAt(DateTimeOffset at) => $"{TicksDescending(at)}.";

    /// <summary>A partition of <see cref="TableNames.Destinations"/>: only what differs from the directory is there.</summary>
    public const string Health = "standing";

    /// <summary>The last test message of each destination.</summary>
    public const string TestSends = "tests";

    public static string DestinationHealth(string destination) => $"destination.{destination}";

    public static string LaneHealth(string lane) => $"lane.{lane}";

    /// <summary>The append-only record of a subject (an item, the directory), oldest first.</summary>
    public static string History(string subject, DateTimeOffset at, string what) => $"{HistoryAt(subject, at)}{what}";

    /// <summary>The beginning of the keys of what happened to a subject at one moment.</summary>
    public static string HistoryAt(string subject, DateTimeOffset at) => $"{HistoryOf(subject)}{Ticks(at)}.";

    /// <summary>The beginning of the keys of a subject's record.</summary>
    public static string HistoryOf(string subject) => $"history.{subject}.";

    /// <summary>A version of a handed-in file; the ids sort newest first.</summary>
    public static string HandIn(string id) => $"handin.{id}";

    /// <summary>A draft that is not handed in; the ids sort newest first.</summary>
    public static string Draft(string id) => $"{DraftPrefix}{id}";

    public const string DraftPrefix = "draft.";

    /// <summary>A draft that was handed in.</summary>
    public static string SentDraft(string id) => $"{SentDraftPrefix}{id}";

    public const string SentDraftPrefix = "sentdraft.";

    /// <summary>A note between colleagues about an item or a draft, newest first.</summary>
    public static string Note(string subject, DateTimeOffset at, string person) => $"{NotesOf(subject)}{TicksDescending(at)}.{person}";

    public static string NotesOf(string subject) => $"note.{subject}.";

    /// <summary>Which draft an item came from.</summary>
    public static string DraftOf(string item) => $"draftof.{item}";

    /// <summary>A hand-in that waits for a file that is not there yet, by that file.</summary>
    public static string Waiting(string file, string handIn) => $"{WaitingPrefix}{file.Replace('/', '|')}|.{handIn}";

    public const string WaitingPrefix = "waiting.";

    /// <summary>Something that people should look at and may retry.</summary>
    public static string Alert(string kind, string subject) => $"{AlertPrefix}{kind}.{subject}";

    public const string AlertPrefix = "alert.";

    /// <summary>What the keys of the alerts of one kind begin with.</summary>
    public static string AlertsOf(string kind) => $"{AlertPrefix}{kind}.";

    /// <summary>The same alert once more, among those that its commune reads.</summary>
    public static string CommuneAlert(string commune, string kind, string subject) => $"{CommuneAlerts(commune)}{kind}.{subject}";

    public static string CommuneAlerts(string commune) => $"communealert.{commune}.";

    /// <summary>A picture that was accepted, by its path; a path's slashes may not stand in a key.</summary>
    public static string Picture(string path) => $"picture.{path.Replace('/', '|')}";

    public static string Resolution(string id) => $"resolution.{id}";

    /// <summary>What the row keys of <see cref="TableNames.Previews"/> that hold posts begin with; a partition is a commune.</summary>
    public const string Previews = "post.";

    /// <summary>A post that was kept as a preview, newest first.</summary>
    public static string Preview(DateTimeOffset at, string delivery) => $"{Previews}{TicksDescending(at)}.{delivery}";

    /// <summary>Which preview is a delivery's.</summary>
    public static string PreviewPointer(string delivery) => $"delivery.{delivery}";

    /// <summary>A day as a key part that sorts oldest first.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string MonthDescending(DateOnly month) =>
        (999_999 - ((month.Year * 100) + month.Month)).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>A day as a key part that sorts newest first.</summary>
    public static string DayDescending(DateOnly day) =>
        (99_999_999 - int.Parse(Day(day), CultureInfo.InvariantCulture)).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>A time as a key part that sorts newest first.</summary>
    public static string TicksDescending(DateTimeOffset at) =>
        (DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>What tells a commune's own from what all have, at the end of a key.</summary>
    public static string OfCommune(string? commune) => commune is null ? "" : $"~{commune}";

    /// <summary>A time as a key part that sorts oldest first.</summary>
    public static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
