namespace Dissemination.Tests.Flow;

/// <summary>The tests that share one <see cref="VoiceSite"/>, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class VoiceTogether : ICollectionFixture<VoiceSite>
{
    public const string Name = "Voices";
}
