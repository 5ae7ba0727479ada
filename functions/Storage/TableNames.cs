namespace Dissemination.Storage;

/// <summary>The tables. What each holds, and how it is keyed, is told in <see cref="Keys"/>.</summary>
internal static class TableNames
{
    public const string Editorial = "editorial";
    public const string Deliveries = "deliveries";
    public const string Backlog = "backlog";
    public const string Worklist = "worklist";
    public const string Links = "links";
    public const string Destinations = "destinations";
    public const string Feeds = "feeds";
    public const string Previews = "previews";
    public const string Reach = "reach";
    public const string Memory = "memory";
    public const string Meetings = "meetings";
    public const string Record = "record";

    public static IReadOnlyList<string> All { get; } =
        [Editorial, Deliveries, Backlog, Worklist, Links, Destinations, Feeds, Previews, Reach, Memory, Meetings, Record];

    /// <summary>
    /// Where programs of before version 1.0.0 kept deliveries, a row each; today's are in <see cref="Deliveries"/>, many in a row. No
    /// program writes them any more.
    /// </summary>
    public static IReadOnlyList<string> FormerDeliveries { get; } = [.. Enumerable.Range(0, 8).Select(number => $"deliveries{number}")];
}
