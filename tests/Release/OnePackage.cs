namespace Dissemination.Tests.Release;

/// <summary>The tests that look at one <see cref="PublishedPackage"/>: publishing takes long, and half a gigabyte.</summary>
[CollectionDefinition(Name)]
public sealed class OnePackage : ICollectionFixture<PublishedPackage>
{
    public const string Name = "one package";
}
