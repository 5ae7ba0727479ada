namespace Dissemination.Reach.Meetings;

/// <summary>How many communes told of each figure, those that became part of another counted with it.</summary>
internal sealed record ReportedBy
{
    /// <summary>Of how many communes there are figures to be expected.</summary>
    public required int Communes { get; init; }

    /// <summary>Told of anything at all.</summary>
    public required int Any { get; init; }

    public required int Meetings { get; init; }

    public required int AttendanceInPerson { get; init; }

    public required int AttendanceOnline { get; init; }

    public required int OpinionsInPerson { get; init; }

    public required int OpinionsOnline { get; init; }
}
