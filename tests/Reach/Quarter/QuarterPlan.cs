namespace Dissemination.Tests.Reach.Quarter;

/// <summary>How large a simulated quarter is, and what it is made from.</summary>
internal sealed record QuarterPlan(int Seed, int Communes, int ItemsAMonth)
{
    public const int Months = 3;

    /// <summary>When the quarter begins, half past midnight in the province: days have a time that files show.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 30, 17, 30, 0, TimeSpan.Zero);

    /// <summary>When the last commune became part of the one before it.</summary>
    public static readonly DateTimeOffset Merged = new(2027, 1, 20, 17, 30, 0, TimeSpan.Zero);

    /// <summary>When all is looked at.</summary>
    public static readonly DateTimeOffset End = new(2027, 2, 28, 17, 30, 0, TimeSpan.Zero);

    public int Items => ItemsAMonth * Months;

    /// <summary>The first day of a month of the quarter.</summary>
    public static DateOnly Month(int number) => new DateOnly(2026, 12, 1).AddMonths(number);
}
