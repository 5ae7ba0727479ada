using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>An item in one language in one commune.</summary>
internal sealed record PlainCell(RawItem Item, LanguageTag Language, CommuneId Commune, CommuneId Now, IReadOnlyList<PlainPlace> Places)
{
    public int Done => Places.Count(place => place.IsPosted);

    public int OnTime => Places.Count(place => place.IsOnTime);

    /// <summary>The gravest thing that one of its places waits for; of several the oldest.</summary>
    public PlainWait? Wait { get; } = Places.Select(place => place.Wait).OfType<PlainWait>()
        .OrderByDescending(wait => wait.Stage).ThenBy(wait => wait.Since).FirstOrDefault();

    public CampaignStage Stage => Wait?.Stage ?? (Done == Places.Count ? CampaignStage.Done : CampaignStage.Stopped);

    public bool IsLate => Wait is not null && Places[0].Until < QuarterPlan.End;

    public static IEnumerable<PlainCell> Of(IEnumerable<PlainPlace> places) => places
        .OrderBy(place => place.Id.ToString(), StringComparer.Ordinal)
        .GroupBy(place => (place.Item, place.Language, place.Id.Commune))
        .Select(cell => new PlainCell(cell.Key.Item, cell.Key.Language, cell.Key.Commune, cell.First().Now, [.. cell]));
}
