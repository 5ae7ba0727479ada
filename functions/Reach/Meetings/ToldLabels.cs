using Dissemination.Storage;

namespace Dissemination.Reach.Meetings;

/// <summary>What was told in the reader's words.</summary>
internal static class ToldLabels
{
    /// <summary>What it is: a kind of meeting, or opinions.</summary>
    public static string KindOf(Told told) => told.Meeting is { } meeting ? Labels.Of(meeting.Kind) : Texts.Opinions;

    /// <summary>The same for the word of a filter.</summary>
    public static string KindOf(string word) =>
        EnumNames.Find<MeetingKind>(word) is { } kind ? Labels.Of(kind) : Texts.Opinions;

    /// <summary>For example <c>Họp bản, 03/11/2026 19:30, bản Búng</c>.</summary>
    public static string LineOf(Told told) =>
        string.Join(", ", new[] { KindOf(told), MeetingDecisions.WhenOf(told), told.Meeting?.Place }.OfType<string>());

    /// <summary>How many came, or were gathered; a number that nobody told is said to be none.</summary>
    public static string FiguresOf(Told told) => told switch
    {
        { Meeting: { } meeting } => TextFormat.Fill(Texts.ToldAttendance, Number(meeting.Attendance), Labels.Of(meeting.Mode)),
        { Opinions: { } opinions } => TextFormat.Fill(Texts.ToldOpinions, Number(opinions.InPerson), Number(opinions.Online)),
        _ => "",
    };

    /// <summary>A number, or that nobody told it: never 0 for that.</summary>
    public static string Number(long? number) => number is { } told ? LocalTime.Number(told) : Texts.NotTold;

    /// <summary>What a field is called.</summary>
    public static string FieldOf(string field) => Labels.Find("ToldField", field) ?? field;
}
