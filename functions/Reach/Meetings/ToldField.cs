namespace Dissemination.Reach.Meetings;

/// <summary>What is told, field by field: how the API, the forms and the columns of a sheet call it.</summary>
internal static class ToldField
{
    public const string Commune = "commune";
    public const string Kind = "kind";
    public const string Day = "day";
    public const string Time = "time";
    public const string Place = "place";
    public const string Mode = "mode";
    public const string Languages = "languages";
    public const string Attendance = "attendance";
    public const string OpinionsInPerson = "opinionsInPerson";
    public const string OpinionsOnline = "opinionsOnline";
    public const string Topic = "topic";
    public const string Items = "items";
}
