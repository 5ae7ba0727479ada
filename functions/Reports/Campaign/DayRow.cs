namespace Dissemination.Reports.Campaign;

/// <summary>What happened on a day.</summary>
/// <param name="Opens">Null is "not measured".</param>
internal sealed record DayRow(DateOnly Day, long Posts, long? Opens);
