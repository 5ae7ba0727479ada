using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Dissemination.Tests.Intake;

public sealed class HandInSealTests
{
    private const string Path = "items/a.md";

    private static readonly HandInSeal Seal = new(new EphemeralDataProtectionProvider());
    private static readonly byte[] Content = "Bà con trồng mắc ca."u8.ToArray();
    private static readonly PersonId By = new("lanh-dao-ban");

    [Fact]
    public void A_seal_names_who_handed_the_file_in() =>
        Assert.Equal(By, Seal.Read(Seal.Of(Containers.Content, Path, Content, By), Containers.Content, Path, Content));

    [Theory]
    [InlineData(Containers.Directory, Path, "Bà con trồng mắc ca.")]
    [InlineData(Containers.Content, "items/b.md", "Bà con trồng mắc ca.")]
    [InlineData(Containers.Content, Path, "Bà con trồng mắc ca!")]
    public void A_seal_proves_nothing_about_another_file(string container, string path, string content) =>
        Assert.Null(
            Seal.Read(
                Seal.Of(Containers.Content, Path, Content, By), container, path, System.Text.Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData("person", "lanh-dao-ban")]
    [InlineData("handedin", "lanh-dao-ban")]
    [InlineData("handedin", "")]
    public void A_name_that_anybody_writes_beside_a_file_proves_nothing(string key, string value) =>
        Assert.Null(
            Seal.Read(
                new Dictionary<string, string>(StringComparer.Ordinal) { [key] = value }, Containers.Content, Path, Content));

    [Fact]
    public void The_name_of_metadata_is_read_without_case()
    {
        var sealedBy = Seal.Of(Containers.Content, Path, Content, By)
            .ToDictionary(entry => entry.Key.ToUpperInvariant(), entry => entry.Value, StringComparer.Ordinal);
        Assert.Equal(By, Seal.Read(sealedBy, Containers.Content, Path, Content));
    }
}
