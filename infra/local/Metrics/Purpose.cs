namespace Dissemination.Local.Metrics;

/// <summary>What storage transactions were for; empty for counters of other things.</summary>
/// <param name="Service"><c>table</c>, <c>queue</c> or <c>blob</c>.</param>
/// <param name="Name">The table, queue or container.</param>
/// <param name="Access"><c>read</c> or <c>write</c>.</param>
internal readonly record struct Purpose(string Service, string Name, string Access)
{
    public static Purpose None { get; } = new("", "", "");
}
