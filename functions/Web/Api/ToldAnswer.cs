using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Meetings;

namespace Dissemination.Web.Api;

/// <summary>What was told, by whom, and how it stands. Null is "not told", never 0.</summary>
internal sealed record ToldAnswer
{
    public required ToldId Id { get; init; }

    public required CommuneId Commune { get; init; }

    public required DateOnly Day { get; init; }

    public required Meeting? Meeting { get; init; }

    public required OpinionCount? Opinions { get; init; }

    public required ImmutableArray<ItemId> Items { get; init; }

    public required PersonId By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ToldStep? LastChange { get; init; }

    public required bool IsWithdrawn { get; init; }

    public static ToldAnswer Of(ToldRecord record) => new()
    {
        Id = record.Id,
        Commune = record.Told.Commune,
        Day = record.Told.Day,
        Meeting = record.Told.Meeting,
        Opinions = record.Told.Opinions,
        Items = record.Told.Items,
        By = record.By,
        At = record.At,
        LastChange = record.LastChange,
        IsWithdrawn = record.IsWithdrawn,
    };
}
