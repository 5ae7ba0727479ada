using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Recordings;

namespace Dissemination.Web.Pages.Today;

/// <summary>What is to be done in the reader's words.</summary>
internal static class TodayLabels
{
    /// <summary>
    /// For example <c>Duyệt bản Thái Đen (chữ Thái Việt)</c>, <c>Việc tại xã: 12 nơi · Tiếng Việt</c>: what waits of one item in two
    /// languages is told apart.
    /// </summary>
    public static string TitleOf(TodayAct act, DirectorySnapshot directory)
    {
        var title = Labels.Find("TodayTitle", act.Kind.ToString())!;
        var language = act.Text is { } text ? PageLabels.Of(text.Language) : "";
        var filled = act.Kind switch
        {
            TodayKind.Held or TodayKind.HandTask => TextFormat.Fill(title, LocalTime.Number(act.Number), language),
            TodayKind.Review or TodayKind.Listen or TodayKind.Translate => TextFormat.Fill(title, language),
            _ => title,
        };
        return act.Text?.Commune is { } own && directory.Find(own) is { } commune
            ? $"{filled} — {PageLabels.OfVariant(commune)}"
            : filled;
    }

    /// <summary>The word on its button.</summary>
    public static string VerbOf(TodayAct act) => Labels.Find("TodayVerb", act.Kind.ToString())!;

    /// <summary>How the kind is called where it is counted.</summary>
    public static string NameOf(TodayKind kind) => Labels.Of(kind);

    /// <summary>Where all of a kind are.</summary>
    public static string AddressOf(TodayKind kind) => kind switch
    {
        TodayKind.Held => "/held",
        TodayKind.HandTask => Communes.HandTaskQuery.Path,
        TodayKind.Meeting => Communes.MeetingListModel.Path,
        TodayKind.Listen => RecordingPageServices.Path,
        _ => "/inbox",
    };

    /// <summary>How urgent it is; null where nothing presses.</summary>
    public static string? BadgeOf(TodayAct act, DateTimeOffset now) => act switch
    {
        { IsUrgent: true } => Texts.TodayUrgent,
        { Late: > 0 } => TextFormat.Fill(Texts.HandTasksLateCount, LocalTime.Number(act.Late)),
        { DueAt: { } due, IsLate: true } => TextFormat.Fill(Texts.TodayLate, LocalTime.Number((long)Math.Ceiling((now - due).TotalDays))),
        { DueAt: { } due } => TextFormat.Fill(Texts.InboxDue, LocalTime.Text(LocalTime.LastDay(due))),
        { Soon: > 0 } => TextFormat.Fill(Texts.TodaySoon, LocalTime.Number(act.Soon)),
        { IsReturned: true } => Labels.Of(Translation.TranslationState.Returned),
        _ => null,
    };

    public static string DetailOf(TodayAct act) => act.Kind switch
    {
        TodayKind.Held or TodayKind.HandTask => string.Join(" · ", act.Places.Select(PlaceOf)),
        TodayKind.Meeting => Texts.TodayMeetingDetail,
        TodayKind.Listen => SoundLength.Of(act.Length),
        TodayKind.Review => TextFormat.Fill(Texts.TodaySegments, LocalTime.Number(act.Segments)),
        _ => TextFormat.Fill(Texts.SegmentsDone, act.Segments - act.OpenSegments, act.Segments),
    };

    private static string PlaceOf(WaitingCount count) => $"{Labels.Of(count.Channel)}: {LocalTime.Number(count.Number)}";
}
