namespace Dissemination.Web.Pages.Campaign;

/// <summary>A column of a table of the campaign.</summary>
/// <param name="IsNumber">Whether it holds figures, which stand at the end of their cells.</param>
internal sealed record CampaignColumn(string Name, bool IsNumber = false);
