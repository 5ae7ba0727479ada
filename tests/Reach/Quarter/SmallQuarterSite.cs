namespace Dissemination.Tests.Reach.Quarter;

/// <summary>A quarter of few communes and items, of which many can be looked at.</summary>
internal sealed class SmallQuarterSite(int seed) : QuarterSite
{
    internal override QuarterPlan Plan { get; } = new(seed, 8, 5);
}
