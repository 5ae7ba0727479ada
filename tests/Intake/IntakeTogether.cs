namespace Dissemination.Tests.Intake;

/// <summary>The tests that share one <see cref="IntakeStorage"/>, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class IntakeTogether : ICollectionFixture<IntakeStorage>
{
    public const string Name = "Intake";
}
