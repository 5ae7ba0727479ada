using Dissemination.Storage;

namespace Dissemination.Reach.Meetings;

/// <summary>A record that comes, or takes the place of what it was.</summary>
/// <param name="Before">As it was read; null where it is new.</param>
internal sealed record ToldWrite(Row<ToldRecord>? Before, ToldRecord After)
{
    /// <summary>Its line of the record; null where one is written for many.</summary>
    public HistoryEntry? Line { get; init; }
}
