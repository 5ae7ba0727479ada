namespace Dissemination.Tests.Flow;

/// <summary>Tests that keep both cores busy for minutes: they run by themselves, after all others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholeMachine
{
    public const string Name = "whole machine";
}
