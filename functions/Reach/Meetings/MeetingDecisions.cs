using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Segments;

namespace Dissemination.Reach.Meetings;

/// <summary>Whether what a person tells can be, who may tell it, and what makes two tellings the same: pure functions.</summary>
internal static partial class MeetingDecisions
{
    /// <summary>By which the record knows what is told, sheets as a whole under it alone.</summary>
    public const string Subject = "meetings";

    public const int LongestPlace = 200;

    public const int MostItems = 20;

    /// <summary>The longest reason of a correction.</summary>
    public const int LongestReason = 500;

    /// <summary>More opinions than a commune has people.</summary>
    public const int MostOpinions = 100_000;

    /// <summary>What is older was meant otherwise: a year typed wrong.</summary>
    private const int MostYears = 2;

    /// <summary>More people than come to a meeting of that kind anywhere in the province.</summary>
    public static int MostAttendance(MeetingKind kind) => kind switch
    {
        MeetingKind.CellMeeting => 1_000,
        MeetingKind.VillageMeeting => 5_000,
        _ => 20_000,
    };

    /// <summary>All that is wrong with what is told, each with its place.</summary>
    /// <param name="now">In the province's time.</param>
    /// <param name="placeOf">Where a field stands, for whoever typed it.</param>
    public static ImmutableArray<Problem> Check(Told told, DateTime now, Func<string, Place> placeOf) =>
    [
        .. DayProblems(told, now, placeOf),
        .. told.Meeting is { } meeting ? MeetingProblems(meeting, placeOf) : [],
        .. told.Opinions is { } opinions ? OpinionProblems(opinions, placeOf) : [],
        .. told.Items.Length > MostItems
            ? [new Problem(nameof(ProblemTexts.MeetingItemsTooMany), placeOf(ToldField.Items), Number(MostItems))]
            : ImmutableArray<Problem>.Empty,
    ];

    /// <summary>Why a person may not tell of a commune, or change what was told of it; null where he or she may.</summary>
    public static Problem? MayTell(Person person, CommuneId commune, DirectorySnapshot directory) =>
        directory.Find(commune) is not { } known ? new(nameof(ProblemTexts.UnknownCommune), null, commune.Value)
        : person.Is(Role.Staff) ? null
        : !person.Is(Role.Communicator) ? new(nameof(ProblemTexts.NotYourRole))
        : directory.Successor(commune) == person.Commune ? null
        : new(nameof(ProblemTexts.NotYourCommune), null, known.Name);

    /// <summary>Why a change cannot be made; null where it can.</summary>
    public static Problem? MayChange(ToldRecord before, string reason) =>
        before.IsWithdrawn ? new(nameof(ProblemTexts.MeetingWithdrawn))
        : string.IsNullOrWhiteSpace(reason) ? new(nameof(ProblemTexts.ReasonMissing))
        : reason.Length > LongestReason ? new(nameof(ProblemTexts.MeetingReasonLong), null, Number(LongestReason))
        : null;

    /// <summary>Whether a meeting was announced, and nobody has said yet how many came and what was read there.</summary>
    public static bool WaitsForFigures(ToldRecord record) =>
        record is
        {
            IsWithdrawn: false,
            LastChange: null or { IsUndo: true },
            Told: { Meeting.Attendance: null, Opinions: null, Items.IsEmpty: true },
        };

    /// <summary>Why somebody cannot undo what was told or corrected last; null where it was his or her own doing.</summary>
    public static Problem? WhyNotUndone(ToldRecord record, PersonId by) =>
        record.IsWithdrawn ? new(nameof(ProblemTexts.MeetingWithdrawn))
        : record.LastChange is { IsUndo: true } || (record.LastChange?.By ?? record.By) != by ? new(nameof(ProblemTexts.NothingToUndo))
        : null;

    /// <summary>
    /// What was just told is taken back, and figures that were added to it stand as before. What was moved elsewhere is not moved back: a
    /// place may be another's by now.
    /// </summary>
    /// <param name="was">What it was before its last change; null where it stands as it was told first.</param>
    /// <param name="step">Who undoes it.</param>
    public static Result<ToldRecord> Undo(ToldRecord record, ToldRecord? was, ToldStep step) =>
        WhyNotUndone(record, step.By) is { } problem ? problem
        : record.LastChange is null ? record with { IsWithdrawn = true, LastChange = step }
        : was is null || MarkOf(was.Told) != MarkOf(record.Told) ? new Problem(nameof(ProblemTexts.NothingToUndo))
        : record with { Told = was.Told, LastChange = step with { IsUndo = true } };

    /// <summary>
    /// What is the same in two tellings of one thing: commune, time, kind and place; of opinions commune, day and topic. Capitals, spaces
    /// and where a tone mark stands make no difference.
    /// </summary>
    public static string MarkOf(Told told) => told.Meeting is { } meeting
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{told.Commune}|{told.Day:yyyy-MM-dd}|{meeting.Time:HH\\:mm}|{EnumNames.Of(meeting.Kind)}|{Bare(meeting.Place)}")
        : string.Create(CultureInfo.InvariantCulture, $"{told.Commune}|{told.Day:yyyy-MM-dd}|{Told.OpinionsWord}|{told.Opinions?.Topic}");

    /// <summary>What was told already and is the same; null where nothing is.</summary>
    /// <param name="others">What was told of that commune on that day.</param>
    public static ToldRecord? TwinOf(Told told, ToldId? self, IEnumerable<ToldRecord> others) =>
        others.FirstOrDefault(other => !other.IsWithdrawn && other.Id != self && MarkOf(other.Told) == MarkOf(told));

    /// <summary>Names without what makes no difference, to be compared.</summary>
    public static string Bare(string name) =>
        TonePlacement.Unified(Spaces().Replace(ComposedText.Of(name.Trim()), " ")).ToLowerInvariant();

    private static IEnumerable<Problem> DayProblems(Told told, DateTime now, Func<string, Place> placeOf)
    {
        var today = DateOnly.FromDateTime(now);
        if (told.Day > today || (told.Day == today && told.Meeting?.Time > TimeOnly.FromDateTime(now)))
        {
            yield return new(nameof(ProblemTexts.MeetingInFuture), placeOf(ToldField.Day), WhenOf(told));
        }
        else if (told.Day < today.AddYears(-MostYears))
        {
            yield return new(nameof(ProblemTexts.MeetingTooOld), placeOf(ToldField.Day), WhenOf(told), Number(MostYears));
        }
    }

    private static IEnumerable<Problem> MeetingProblems(Meeting meeting, Func<string, Place> placeOf)
    {
        if (string.IsNullOrWhiteSpace(meeting.Place))
        {
            yield return new(nameof(ProblemTexts.MeetingPlaceMissing), placeOf(ToldField.Place));
        }
        else if (meeting.Place.Length > LongestPlace)
        {
            yield return new(nameof(ProblemTexts.MeetingPlaceLong), placeOf(ToldField.Place), Number(LongestPlace));
        }

        if (meeting.Attendance < 0)
        {
            yield return new(nameof(ProblemTexts.AttendanceNegative), placeOf(ToldField.Attendance));
        }
        else if (meeting.Attendance > MostAttendance(meeting.Kind))
        {
            yield return new(
                nameof(ProblemTexts.AttendanceTooHigh),
                placeOf(ToldField.Attendance),
                LocalTime.Number(meeting.Attendance.Value),
                LocalTime.Number(MostAttendance(meeting.Kind)));
        }
    }

    private static IEnumerable<Problem> OpinionProblems(OpinionCount opinions, Func<string, Place> placeOf)
    {
        if (opinions.InPerson is null && opinions.Online is null)
        {
            yield return new(nameof(ProblemTexts.OpinionsMissing), placeOf(ToldField.OpinionsInPerson));
        }

        (string Field, int? Count)[] counts =
            [(ToldField.OpinionsInPerson, opinions.InPerson), (ToldField.OpinionsOnline, opinions.Online)];
        foreach (var (field, count) in counts)
        {
            if (count is < 0 or > MostOpinions)
            {
                yield return new(
                    nameof(ProblemTexts.OpinionsAbsurd), placeOf(field), LocalTime.Number(count.Value), LocalTime.Number(MostOpinions));
            }
        }
    }

    /// <summary>For example <c>03/11/2026 19:30</c>.</summary>
    public static string WhenOf(Told told) => told.Meeting?.Time is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"{LocalTime.Text(told.Day)} {time:HH\\:mm}")
        : LocalTime.Text(told.Day);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    /// <summary>
    /// The line of the record for what was done last. No id of an item has such a sign as its subject, so no item's record is among them.
    /// </summary>
    public static HistoryEntry LineOf(ToldRecord told) => told.LastChange is { } step
        ? new(SubjectOf(told.Id), step.At, step.By.Value, told.IsWithdrawn ? "meeting-withdrawn" : "meeting-corrected", Detail: step.Reason)
        : new(SubjectOf(told.Id), told.At, told.By.Value, "meeting-told");

    private static string SubjectOf(ToldId id) => $"{Subject}_{id}";
}
