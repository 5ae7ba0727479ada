namespace Dissemination.Storage.Retention;

/// <summary>What there is of one kind that is older than it is kept.</summary>
/// <param name="Kind">The name of its setting.</param>
/// <param name="Days">How long it is kept; 0 is for ever.</param>
/// <param name="Old">How much is older than that.</param>
internal sealed record RetentionCount(string Kind, int Days, int Old);
