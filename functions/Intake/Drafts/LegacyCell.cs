namespace Dissemination.Intake.Drafts;

/// <summary>Words of a sheet that were typed with an old font.</summary>
/// <param name="Written">As they stand in cells.</param>
/// <param name="Unicode">What they mean.</param>
internal sealed record LegacyCell(string Written, string Unicode);
