using Dissemination.Content;

namespace Dissemination.Reports.Calendar;

/// <summary>Another item that goes to some of the same pages within an hour.</summary>
/// <param name="Pages">How many pages get both.</param>
internal sealed record CalendarClash(ItemId With, string Headline, DateTimeOffset At, int Pages);
