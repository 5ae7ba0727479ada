using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>What the page of the campaign is made from.</summary>
/// <param name="Items">The items of the period, all languages and topics.</param>
internal sealed record CampaignInput(
    IReadOnlyCollection<ItemSummary> Items,
    DirectorySnapshot Directory,
    IReadOnlyCollection<Resolution> Resolutions,
    CampaignFilter Filter,
    OnTimeOptions OnTime,
    DateTimeOffset Now);
