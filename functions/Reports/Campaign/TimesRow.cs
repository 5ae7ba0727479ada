using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>How long it took from the approval to the first post in a commune.</summary>
/// <param name="Language">The language; null for the first post in whatever language.</param>
/// <param name="Posts">How many first posts there are.</param>
/// <param name="Median">The lower of the two in the middle.</param>
internal sealed record TimesRow(
    LanguageTag? Language, int Posts, TimeSpan Median, TimeSpan Slowest, ItemSummary SlowestItem, Commune Where);
