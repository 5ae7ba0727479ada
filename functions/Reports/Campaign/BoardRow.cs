using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>A commune on the board.</summary>
/// <param name="IsPart">Whether it is part of the commune above by now: what happened under its name stands here.</param>
internal sealed record BoardRow(Commune Commune, bool IsPart, ImmutableArray<BoardCell> Cells)
{
    /// <summary>The gravest stage of its languages; null where nothing is owed.</summary>
    public CampaignStage? Stage => Cells.Max(cell => (CampaignStage?)cell.Stage);

    public int Failed => Cells.Sum(cell => cell.Failed);

    public int Expected => Cells.Sum(cell => cell.Expected);

    public int Done => Cells.Sum(cell => cell.Done);

    public int OnTime => Cells.Sum(cell => cell.OnTime);

    public DateTimeOffset? Since => Cells.Where(cell => cell.Stage == Stage).Min(cell => cell.Since);

    public BoardCell? Find(LanguageTag language) => Cells.FirstOrDefault(cell => cell.Language == language);
}
