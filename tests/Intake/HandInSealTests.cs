using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Intake;

public sealed class HandInSealTests
{
    private const string Path = "items/a.md";

    private static readonly byte[] Content = "Bà con trồng mắc ca."u8.ToArray();
    private static readonly HandedInBy By = new(new PersonId("lanh-dao-ban"), MayApprove: true);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 18, 3, 0, 0, TimeSpan.Zero));
    private readonly HandInSeal _seal;

    public HandInSealTests() => _seal = new(new EphemeralDataProtectionProvider(), _time);

    [Fact]
    public void A_seal_names_who_handed_the_file_in() =>
        Assert.Equal(By, _seal.Read(_seal.Of(Containers.Content, Path, Content, By), Containers.Content, Path, Content));

    [Fact]
    public void A_seal_that_was_not_made_for_an_approval_gives_none()
    {
        HandedInBy program = By.Person;
        Assert.Equal(
            new HandedInBy(By.Person, MayApprove: false),
            _seal.Read(_seal.Of(Containers.Content, Path, Content, program), Containers.Content, Path, Content));
    }

    [Fact]
    public void A_seal_approves_for_an_hour_and_names_who_handed_the_file_in_ever_after()
    {
        var metadata = _seal.Of(Containers.Content, Path, Content, By);
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(By, _seal.Read(metadata, Containers.Content, Path, Content));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(By with { MayApprove = false }, _seal.Read(metadata, Containers.Content, Path, Content));
    }

    [Theory]
    [InlineData(Containers.Directory, Path, "Bà con trồng mắc ca.")]
    [InlineData(Containers.Content, "items/b.md", "Bà con trồng mắc ca.")]
    [InlineData(Containers.Content, Path, "Bà con trồng mắc ca!")]
    public void A_seal_proves_nothing_about_another_file(string container, string path, string content) =>
        Assert.Null(
            _seal.Read(
                _seal.Of(Containers.Content, Path, Content, By), container, path, System.Text.Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData("person", "lanh-dao-ban")]
    [InlineData("handedin", "lanh-dao-ban")]
    [InlineData("handedin", "")]
    public void A_name_that_anybody_writes_beside_a_file_proves_nothing(string key, string value) =>
        Assert.Null(
            _seal.Read(
                new Dictionary<string, string>(StringComparer.Ordinal) { [key] = value }, Containers.Content, Path, Content));

    [Fact]
    public void The_name_of_metadata_is_read_without_case()
    {
        var sealedBy = _seal.Of(Containers.Content, Path, Content, By)
            .ToDictionary(entry => entry.Key.ToUpperInvariant(), entry => entry.Value, StringComparer.Ordinal);
        Assert.Equal(By, _seal.Read(sealedBy, Containers.Content, Path, Content));
    }
}
