namespace Dissemination.Deliveries.HandTasks;

/// <summary>Of which hand tasks the people of a commune were reminded: of all that came before.</summary>
/// <param name="Soon">That they are late soon.</param>
/// <param name="Late">That they are late.</param>
internal sealed record Reminded(DateTimeOffset Soon, DateTimeOffset Late);
