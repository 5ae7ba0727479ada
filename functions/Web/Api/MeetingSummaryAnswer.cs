using System.Collections.Immutable;
using Dissemination.Reach.Meetings;

namespace Dissemination.Web.Api;

/// <summary>
/// Meetings and opinions of the campaign. In person and online are never one figure, none is part of reach, and null is "not told".
/// </summary>
internal sealed record MeetingSummaryAnswer
{
    public required DateOnly? From { get; init; }

    public required DateOnly? To { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>By kind and mode; those that there were.</summary>
    public required ImmutableArray<KindTally> Kinds { get; init; }

    public required MeetingFigures InPerson { get; init; }

    public required MeetingFigures Online { get; init; }

    public required long? OpinionsInPerson { get; init; }

    public required long? OpinionsOnline { get; init; }

    /// <summary>How many communes told of each.</summary>
    public required ReportedBy Reported { get; init; }

    public required IReadOnlyList<CommuneMeetingsAnswer> Communes { get; init; }

    public required IReadOnlyList<DayMeetingsAnswer> Days { get; init; }

    public static MeetingSummaryAnswer Of(MeetingSummary summary) => new()
    {
        From = summary.Period.From,
        To = summary.Period.To,
        At = summary.At,
        Kinds = summary.Kinds,
        InPerson = summary.Of(MeetingMode.InPerson),
        Online = summary.Of(MeetingMode.Online),
        OpinionsInPerson = summary.Opinions.ToldInPerson,
        OpinionsOnline = summary.Opinions.ToldOnline,
        Reported = summary.Reported,
        Communes = [.. summary.Lines.Select(CommuneMeetingsAnswer.Of)],
        Days = [.. summary.Days.Select(DayMeetingsAnswer.Of)],
    };
}
