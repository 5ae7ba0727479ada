namespace Dissemination.Intake.Documents;

/// <summary>What stands before a point of a list.</summary>
/// <param name="Text">The number as a reader sees it, <c>1.1.</c>; empty where it is a bullet.</param>
/// <param name="Level">From 0.</param>
internal sealed record ListMarker(string Text, int Level, bool IsBullet);
