namespace Dissemination.Tests.Flow;

/// <summary>Who listens listens to the whole process: these tests run by themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TracedAlone
{
    public const string Name = "traced alone";
}
