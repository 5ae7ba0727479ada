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
    public Wait? WaitOf(CellSummary cell) => cell.Wait ?? (cell.Waiting > 0 ? Wait : null);

    /// <summary>How far it is in a commune.</summary>
    public CampaignStage StageOf(CellSummary cell) => WaitOf(cell)?.Stage
        ?? (cell.Done == cell.Expected ? CampaignStage.Done : CampaignStage.Stopped);

    /// <summary>A cell with one channel alone; null where it has no place of it.</summary>
    public CellSummary? Narrow(CellSummary cell, ChannelKind channel)
    {
        if (cell.Channels.FirstOrDefault(figures => figures.Channel == channel) is not { Expected: > 0 } own)
        {
            return null;
        }

        var isWaiting = own.Failed + own.Waiting > 0;
        return new(cell.Commune, [own])
        {
            Wait = isWaiting ? cell.Waits.FirstOrDefault(wait => wait.Channel == channel)?.Wait ?? WaitOf(cell) : null,
            Days = [.. cell.Days.Where(day => day.Channel == channel)],
            Measures = [.. cell.Measures.Where(measure => measure.Channel == channel)],
            Failures = [.. cell.Failures.Where(failure => failure.Channel == channel)],
        };
    }
}
