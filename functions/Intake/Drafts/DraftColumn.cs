namespace Dissemination.Intake.Drafts;

/// <summary>A column of a sheet.</summary>
/// <param name="Name">As its head says.</param>
/// <param name="Field">What of an item it is; empty where nobody has said.</param>
internal sealed record DraftColumn(string Name, string Field);
