using Dissemination.Directory;

namespace Dissemination.Deliveries.Foresight;

/// <summary>What an approval sets off in one language.</summary>
/// <param name="IsReady">Whether it goes out with the approval; else once its translation is approved.</param>
internal sealed record ForeseenLanguage(LanguageTag Language, bool IsReady, ForeseenDeliveries Deliveries);
