namespace Dissemination.Tests.Reach.Quarter;

/// <summary>The simulated quarter, lived once for all who look at it.</summary>
[CollectionDefinition(Name)]
public sealed class TheQuarter : ICollectionFixture<QuarterSite>
{
    public const string Name = "the quarter";
}
