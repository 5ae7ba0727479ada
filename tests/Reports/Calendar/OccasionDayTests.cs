using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Reports.Calendar;

namespace Dissemination.Tests.Reports.Calendar;

/// <summary>What stands beside the form that moves an item.</summary>
public sealed class OccasionDayTests
{
    private static readonly DateOnly Day = new(2026, 12, 2);
    private static readonly DateTimeOffset At = LocalTime.At(Day, new(7, 0));
    private static readonly CommuneId One = new("mot");
    private static readonly CommuneId Two = new("hai");

    private static readonly DirectorySnapshot Directory = new(
        [Commune(One), Commune(Two)],
        [Place(One, ChannelKind.Telegram), Place(One, ChannelKind.VillageGroup), Place(One, ChannelKind.Website), Place(Two, ChannelKind.Facebook)],
        []);

    private static readonly Item Own = Planned("bai", At.AddDays(5), One);

    [Fact]
    public void What_comes_to_the_same_page_within_an_hour_is_told_and_all_of_the_day_is_listed()
    {
        var found = Of(
            [
                Planned("gan", At.AddMinutes(59), One), Planned("xa-gio", At.AddHours(1), One), Planned("noi-khac", At, Two),
                Planned("giu", At.AddMinutes(-30), One) with { Occasions = [Stands(OccasionState.Held)] },
                Planned("bo", At, One) with { Occasions = [Stands(OccasionState.Cancelled)] },
            ]);

        Assert.Equal(Day, found.Day);
        Assert.Equal(["giu", "noi-khac", "gan", "xa-gio"], found.Others.Select(entry => entry.Item.Value));
        Assert.Equal(
            [("giu", At.AddMinutes(-30), 1), ("gan", At.AddMinutes(59), 1)],
            found.Clashes.Select(clash => (clash.With.Value, clash.At, clash.Pages)));
    }

    [Fact]
    public void What_went_out_just_before_counts_by_when_it_did()
    {
        OutOccasion late = new(new(new("muon"), 1, LanguageTag.Vietnamese), At.AddHours(-5), At.AddMinutes(-10), 1, "Muộn", ItemKind.Article)
        {
            Communes = [One],
        };

        var found = Of([Planned("muon", At.AddHours(-5), One)], late);

        Assert.Equal(("muon", At.AddMinutes(-10)), Assert.Single(found.Clashes) is var clash ? (clash.With.Value, clash.At) : default);
    }

    [Fact]
    public void An_hour_goes_over_midnight_and_the_item_is_no_neighbour_of_itself()
    {
        var midnight = LocalTime.At(Day, TimeOnly.MinValue);
        var found = OccasionDay.Of(
            Input([Own with { PublishAt = midnight }, Planned("dem", midnight.AddMinutes(-20), One)]), Own, [LanguageTag.Vietnamese], midnight);

        Assert.Empty(found.Others);
        Assert.Equal("dem", Assert.Single(found.Clashes).With.Value);
    }

    private static OccasionDay Of(ImmutableArray<Item> items, params ImmutableArray<OutOccasion> gone) =>
        OccasionDay.Of(Input(items, gone), Own, [LanguageTag.Vietnamese], At);

    private static CalendarInput Input(ImmutableArray<Item> items, params ImmutableArray<OutOccasion> gone) =>
        new(Day.AddDays(-1), Day.AddDays(2), items, gone, [])
        {
            Directory = Directory,
            Resolutions = [],
            Now = At.AddDays(-1),
        };

    private static Item Planned(string id, DateTimeOffset at, CommuneId commune) => new()
    {
        Id = new(id),
        Revision = 1,
        ContentHash = "",
        SourceFile = $"items/{id}.md",
        HandIn = default,
        Kind = ItemKind.Article,
        Headline = id,
        Sample = false,
        AcceptedAt = At.AddDays(-2),
        PublishAt = at,
        Communes = [commune],
        Approval = new(new("lanh-dao"), "MẪU", Day),
    };

    private static Occasion Stands(OccasionState state) => new(LanguageTag.Vietnamese, At.AddDays(-1)) { State = state };

    private static Commune Commune(CommuneId id) => new(id, id.Value, CommuneKind.Commune, [], ReleasePolicy.Automatic);

    private static Destination Place(CommuneId commune, ChannelKind channel) =>
        new(new(commune, channel.ToString().ToLowerInvariant()), channel, channel.ToString(), "", null, []);
}
