using System.Collections.Immutable;

namespace Dissemination.Web.Pages.Today;

/// <summary>All that is to be done about one item, or one meeting, the most urgent first.</summary>
internal sealed record TodayItem(string Headline, ImmutableArray<TodayAct> Acts);
