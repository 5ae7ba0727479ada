using Azure.Data.Tables;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Reach.Meetings;

/// <summary>Which records a list is narrowed to.</summary>
/// <param name="Commune">Of one commune and those that became part of it; null for all.</param>
/// <param name="Kind">A kind of meeting, or <see cref="Told.OpinionsWord"/>.</param>
/// <param name="From">The first day; null for the beginning.</param>
/// <param name="To">The last day; null for today.</param>
internal sealed record ToldQuery(CommuneId? Commune = null, string? Kind = null, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Whether there can be such a kind.</summary>
    public static bool IsKind(string word) => word == Told.OpinionsWord || EnumNames.Find<MeetingKind>(word) is not null;

    /// <summary>What storage is asked, one list after the other.</summary>
    public IEnumerable<string> Filters(DirectorySnapshot directory) => Commune is { } commune
        ? directory.FamilyOf(
            commune).Select(part => Filter(KeysOfMeetings.ToldIn(part.Value), day => KeysOfMeetings.ToldIn(part.Value, day)))
        : [Filter(KeysOfMeetings.ToldOns, KeysOfMeetings.ToldOn)];

    private string Filter(string all, Func<DateOnly, string> ofDay)
    {
        // The newest day comes first.
        var range = TableReading.Range(
            KeysOfMeetings.Told, To is { } to ? ofDay(to) : all, Keys.After(From is { } from ? ofDay(from) : all));
        return Kind is { } kind ? $"{range} and {TableClient.CreateQueryFilter($"Kind eq {kind}")}" : range;
    }
}
