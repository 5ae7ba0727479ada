using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Reach.Meetings;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>What one commune did in a campaign, with those that became part of it: a pure function of what was counted.</summary>
internal sealed record CommuneResults
{
    public required Commune Commune { get; init; }

    /// <summary>What was told there, the newest first.</summary>
    public required ImmutableArray<ToldItem> Items { get; init; }

    /// <summary>Where it was heard or read: how many posts and readings, by channel.</summary>
    public required ImmutableArray<(ChannelKind Channel, int Posts)> Heard { get; init; }

    /// <summary>Items of which something is still to come, by the stage that they are in.</summary>
    public required ImmutableArray<(CampaignStage Stage, int Items)> Next { get; init; }

    /// <summary>Items of which something is still to come, each once.</summary>
    public required int Coming { get; init; }

    /// <summary>Meetings and opinions, with those of its parts; null in what nobody told.</summary>
    public required CommuneTally Told { get; init; }

    /// <summary>The languages in which something was told.</summary>
    public ImmutableArray<LanguageTag> Languages =>
    [
        .. Items.SelectMany(item => item.Languages).Distinct()
            .OrderBy(tag => !tag.IsVietnamese).ThenBy(tag => tag.Value, StringComparer.Ordinal),
    ];

    /// <param name="cells">Of all communes.</param>
    public static CommuneResults Of(Commune commune, IEnumerable<ItemCell> cells, MeetingSummary meetings, DirectorySnapshot directory)
    {
        var family = directory.FamilyOf(commune.Id);
        var own = cells.Where(cell => family.Contains(cell.Commune)).ToList();
        return new()
        {
            Commune = commune,
            Items =
            [
                .. own.Where(cell => cell.Figures.Done > 0)
                    .GroupBy(cell => cell.Item.Item)
                    .Select(item => ToldItem.Of([.. item]))
                    .OrderByDescending(item => item.ApprovedAt).ThenBy(item => item.Item.Value, StringComparer.Ordinal),
            ],
            Heard =
            [
                .. own.SelectMany(cell => cell.Figures.Channels)
                    .Where(figures => figures.Done > 0)
                    .GroupBy(figures => figures.Channel)
                    .OrderBy(channel => channel.Key)
                    .Select(channel => (channel.Key, channel.Sum(figures => figures.Done))),
            ],
            Next =
            [
                .. own.Where(cell => cell.Wait is not null)
                    .GroupBy(cell => cell.Stage)
                    .OrderBy(stage => stage.Key)
                    .Select(stage => (stage.Key, stage.Select(cell => cell.Item.Item).Distinct().Count())),
            ],
            Coming = own.Where(cell => cell.Wait is not null).Select(cell => cell.Item.Item).Distinct().Count(),
            Told = meetings.Lines.Where(line => family.Contains(line.Commune.Id))
                .Aggregate(new CommuneTally(commune.Id), (sum, line) => sum.Plus(line.Tally)),
        };
    }
}
