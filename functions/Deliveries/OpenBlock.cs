using Dissemination.Content;

namespace Dissemination.Deliveries;

/// <summary>A block with deliveries that a machine has still to make: what the backlog holds.</summary>
/// <param name="Tries">How often it broke off for a reason that nobody expected.</param>
internal sealed record OpenBlock(VersionId Version, string Block, int Tries = 0)
{
    /// <summary>Its row in the backlog, by the time when it is due: the same wanted twice is one row.</summary>
    public string KeyAt(DateTimeOffset due) => Storage.Keys.Backlog(due, Version.ToString(), Block);
}
