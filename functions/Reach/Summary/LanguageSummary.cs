using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>An item in one language, over all its revisions.</summary>
/// <param name="Wait">What its text waits for, and with it every commune that has nothing yet; null where the text may go out.</param>
internal sealed record LanguageSummary(LanguageTag Language, ImmutableArray<CellSummary> Cells, Wait? Wait = null)
{
    /// <summary>
    /// When people moved it to, on the calendar or with a later revision, and so from when it may go out; null where that is the item's
    /// own time.
    /// </summary>
    public DateTimeOffset? MovedTo { get; init; }

    /// <summary>What a commune waits for; null where nothing is to come.</summary>
    public Wait? WaitOf(CellSummary cell) => WaitOf(cell, cell.Sums);

    /// <inheritdoc cref="WaitOf(CellSummary)"/>
    public Wait? WaitOf(CellSummary cell, CellSums sums) => cell.Wait ?? (sums.Waiting > 0 ? Wait : null);

    /// <summary>How far it is in a commune.</summary>
    public CampaignStage StageOf(CellSummary cell) => StageOf(WaitOf(cell), cell.Sums);

    /// <inheritdoc cref="StageOf(CellSummary)"/>
    /// <param name="wait">What it waits for there.</param>
    public static CampaignStage StageOf(Wait? wait, CellSums sums) =>
        wait?.Stage ?? (sums.Done == sums.Expected ? CampaignStage.Done : CampaignStage.Stopped);

    /// <summary>A cell with one channel alone; null where it has no place of it.</summary>
    public CellSummary? Narrow(CellSummary cell, ChannelKind channel)
    {
        var channels = Only(cell.Channels, channel);
        if (channels is not [{ Expected: > 0 } own])
        {
            return null;
        }

        var isWaiting = own.Failed + own.Waiting > 0;
        return new(cell.Commune, channels)
        {
            Wait = isWaiting ? cell.Waits.FirstOrDefault(wait => wait.Channel == channel)?.Wait ?? WaitOf(cell) : null,
            Days = Only(cell.Days, channel),
            Measures = Only(cell.Measures, channel),
            Failures = Only(cell.Failures, channel),
        };
    }

    /// <summary>What is of one channel, with no more memory than it takes: a campaign is narrowed cell by cell.</summary>
    private static ImmutableArray<T> Only<T>(ImmutableArray<T> all, ChannelKind channel)
        where T : IOfChannel
    {
        var count = 0;
        foreach (var one in all)
        {
            count += one.Channel == channel ? 1 : 0;
        }

        if (count == all.Length)
        {
            return all;
        }

        var some = ImmutableArray.CreateBuilder<T>(count);
        foreach (var one in all)
        {
            if (one.Channel == channel)
            {
                some.Add(one);
            }
        }

        return some.MoveToImmutable();
    }
}
