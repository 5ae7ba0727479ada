using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Waiting;

/// <summary>
/// Where something stands in the list of a commune and of those that became part of it: a text that sorts as the list does, the oldest
/// first. It stays good while others come and go.
/// </summary>
internal static class WaitingPosition
{
    /// <summary>Of the beginning of a row.</summary>
    public static string Of(Row<WaitingHead> row) => Of(row.RowKey, row.Value.Commune);

    /// <summary>Of a delivery in its row.</summary>
    public static string Of(Row<WorklistEntry> entry) =>
        $"{Of(entry.RowKey, entry.Value.Delivery.Destination.Commune)} {entry.Value.Delivery.Name}";

    /// <summary>Behind all of a row.</summary>
    public static string Behind(Row<WaitingHead> row) => $"{Of(row)} ~";

    /// <summary>Whether a position is that of a delivery in the row.</summary>
    public static bool IsWithin(Row<WaitingHead> row, string? position) =>
        position?.StartsWith($"{Of(row)} ", StringComparison.Ordinal) == true;

    /// <summary>Whether a position is reached before the end of the row.</summary>
    public static bool IsBefore(string position, Row<WaitingHead> row) => string.CompareOrdinal(position, Behind(row)) < 0;

    /// <summary>The first key of a commune that may stand behind a position.</summary>
    public static string KeyFrom(string? position, CommuneId commune) =>
        Keys.WaitingIn(commune.Value) + (position is null ? "" : position.Split(' ')[0]);

    // The blank comes before every letter of a key: so the shorter of two comes first, as among the keys.
    private static string Of(string rowKey, CommuneId commune) => $"{rowKey[Keys.WaitingIn(commune.Value).Length..]} {commune}";
}
