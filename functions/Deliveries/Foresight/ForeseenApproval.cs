using System.Collections.Immutable;

namespace Dissemination.Deliveries.Foresight;

/// <summary>What an approval sets off.</summary>
/// <param name="At">From when on; null means at once.</param>
/// <param name="Languages">Those with places to go to, Vietnamese first.</param>
internal sealed record ForeseenApproval(DateTimeOffset? At, ImmutableArray<ForeseenLanguage> Languages)
{
    /// <summary>Whether its expiry is over, so that nothing goes out at all.</summary>
    public bool IsExpired { get; init; }

    /// <summary>Whether the item itself waits for its approval, so that nothing goes out before that.</summary>
    public bool WaitsForItem { get; init; }

    /// <summary>Whether earlier words of the same revision are out, which are corrected by it.</summary>
    public bool IsNewEdition { get; init; }

    /// <summary>What goes out with it.</summary>
    public ForeseenDeliveries Ready { get; } = Sum(Languages, isReady: true);

    /// <summary>What follows once translations are approved.</summary>
    public ForeseenDeliveries Later { get; } = Sum(Languages, isReady: false);

    private static ForeseenDeliveries Sum(ImmutableArray<ForeseenLanguage> languages, bool isReady) =>
        languages.Where(language => language.IsReady == isReady)
            .Aggregate(ForeseenDeliveries.None, (sum, language) => sum.And(language.Deliveries));
}
