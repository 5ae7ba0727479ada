using Dissemination.Directory;

namespace Dissemination.Deliveries.Offers;

/// <summary>What was decided about what a commune has of before it had a new place, language, or was there at all.</summary>
/// <param name="Until">What began in the commune later is open still.</param>
/// <param name="Chosen">How many language versions were planned.</param>
internal sealed record OfferDecision(CommuneId Commune, DateTimeOffset Until, int Chosen, PersonId By, DateTimeOffset At);
