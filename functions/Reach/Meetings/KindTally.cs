namespace Dissemination.Reach.Meetings;

/// <summary>Meetings of one kind and mode.</summary>
/// <param name="Counted">Of how many of them the attendance was told.</param>
/// <param name="Attendance">Its sum over those: a sum of its own, never part of reach.</param>
internal sealed record KindTally(MeetingKind Kind, MeetingMode Mode, int Meetings, int Counted, long Attendance)
{
    public static KindTally Empty(MeetingKind kind, MeetingMode mode) => new(kind, mode, 0, 0, 0);

    /// <summary>One more meeting, or with <paramref name="sign"/> −1 one less.</summary>
    public KindTally With(Meeting meeting, int sign) => this with
    {
        Meetings = Meetings + sign,
        Counted = Counted + (meeting.Attendance is null ? 0 : sign),
        Attendance = Attendance + (sign * (long)(meeting.Attendance ?? 0)),
    };

    public KindTally Plus(KindTally other) => this with
    {
        Meetings = Meetings + other.Meetings,
        Counted = Counted + other.Counted,
        Attendance = Attendance + other.Attendance,
    };
}
