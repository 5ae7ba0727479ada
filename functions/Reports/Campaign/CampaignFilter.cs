using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Reports.Campaign;

/// <summary>What of a campaign is shown.</summary>
/// <param name="Month">The first day of the month in which items were approved; null for the last thirty days.</param>
/// <param name="Language">One language; null for all.</param>
/// <param name="Topic">The code of a target, task or breakthrough that the items speak of; null for all.</param>
internal sealed record CampaignFilter(DateOnly? Month = null, LanguageTag? Language = null, string? Topic = null)
{
    /// <summary>How many days are shown where no month is named.</summary>
    public const int Days = 30;

    /// <summary>Whether all is shown since the campaign began, instead of a month or the last days.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The places of one channel; null for all.</summary>
    public ChannelKind? Channel { get; init; }

    /// <summary>One commune with those that became part of it; null for all.</summary>
    public CommuneId? Commune { get; init; }

    /// <summary>One item, whenever it was approved; null for all.</summary>
    public ItemId? Item { get; init; }

    /// <summary>The first day that is shown; null where it is not bounded.</summary>
    public DateOnly? Begins(DateTimeOffset now) => IsWhole || Item is not null ? null : From(now);

    /// <summary>The first day that is shown where neither the whole campaign nor an item is.</summary>
    public DateOnly From(DateTimeOffset now) => Month ?? LocalTime.DayOf(now).AddDays(1 - Days);

    /// <summary>Whether an item that was approved then is of the period.</summary>
    public bool Holds(DateTimeOffset approvedAt, DateTimeOffset now)
    {
        var day = LocalTime.DayOf(approvedAt);
        return Begins(now) is not { } first || (day >= first && (Month is not { } month || day < month.AddMonths(1)));
    }
}
