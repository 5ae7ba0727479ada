namespace Dissemination.Web.Pages.Campaign;

/// <summary>A column of a table of the campaign.</summary>
/// <param name="IsNumber">Whether it holds figures, which stand at the end of their cells.</param>
internal sealed record CampaignColumn(string Name, bool IsNumber = false)
{
    /// <summary>What its file calls it, where that has the figure in a unit that the page's words say with it.</summary>
    public string FileName { get; init; } = Name;

    /// <summary>How long something took: words for people, minutes for a file.</summary>
    public static CampaignColumn OfTime(string name) => new(name) { FileName = TextFormat.Fill(Texts.FileInMinutes, name) };

    /// <summary>How long something has waited: words for people, the instant alone for a file.</summary>
    public static CampaignColumn OfWait() => new(Texts.CampaignWaitsFor) { FileName = Texts.CampaignWaitsSince };
}
