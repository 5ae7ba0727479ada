using Dissemination.Deliveries.DirectoryChanges;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Deliveries.DirectoryChanges;

/// <summary>What a change of the directory leaves behind is asked back first.</summary>
public sealed class DirectoryChangeServiceTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DirectoryChangeService Changes => rooms.Get<DirectoryChangeService>();

    [Fact]
    public async Task What_takes_away_places_people_or_communes_with_open_work_is_asked_back_in_counts_and_names()
    {
        await rooms.HandInAsync("items/mot-bai.md", SampleFiles.Article("Một bài"));
        await rooms.PublishAsync();

        await DropAsync("destinations.csv", Without(SampleFiles.Destinations, "sin-thau,nhom-ban,"));
        Assert.Equal([(nameof(ProblemTexts.DirectoryDropsDestination), "Nhóm bản Sín Thầu 1 0 0")], await ConsequencesAsync());

        await DropAsync("destinations.csv", SampleFiles.Destinations);
        await DropAsync("people.csv", Without(SampleFiles.People, "sin-thau-1,"));
        Assert.Equal([(nameof(ProblemTexts.DirectoryLeavesCommuneAlone), "Sín Thầu 1 1 0")], await ConsequencesAsync());

        await DropAsync("people.csv", Without(SampleFiles.People, "bung-lao-1,", "bung-lao-2,"));
        Assert.Equal([(nameof(ProblemTexts.DirectoryLeavesCommuneAlone), "Búng Lao 1 0 0")], await ConsequencesAsync());

        await DropAsync("destinations.csv", Without(SampleFiles.Destinations, "sin-thau,"));
        await DropAsync("people.csv", Without(SampleFiles.People, "sin-thau-1,"));
        await DropAsync("communes.csv", Without(SampleFiles.Communes, "sin-thau,"));
        Assert.Equal([(nameof(ProblemTexts.DirectoryDropsCommune), "Sín Thầu 1 1 0")], await ConsequencesAsync());

        var staff = await rooms.PersonAsync("can-bo");
        var refused = await Changes.ConfirmAsync(ETag.All, agreesToConsequences: false, staff, Cancellation);
        Assert.Equal(nameof(ProblemTexts.DirectoryConsequences), refused.Problem!.Code);
        Assert.Contains("Sín Thầu", refused.Problem.Arguments[0], StringComparison.Ordinal);
        Assert.False((await Changes.ConfirmAsync(ETag.All, agreesToConsequences: true, staff, Cancellation)).Value!.IsTaken);
        var approver = await rooms.PersonAsync("lanh-dao");
        Assert.True((await Changes.ConfirmAsync(ETag.All, agreesToConsequences: true, approver, Cancellation)).Value!.IsTaken);
    }

    private async Task<IEnumerable<(string Code, string Told)>> ConsequencesAsync() =>
        (await Changes.FindAsync(Cancellation))!.Effects.Consequences
            .Select(consequence => (consequence.Code, string.Join(' ', consequence.Arguments)));

    private async Task DropAsync(string file, string text)
    {
        await rooms.Store.Container(Containers.Directory).GetBlobClient(file)
            .UploadAsync(BinaryData.FromString(text), overwrite: true, Cancellation);
        await rooms.Get<DirectoryImport>().TakeAsync(rooms.Store.Container(Containers.Directory).GetBlobClient(file), Cancellation);
    }

    private static string Without(string file, params string[] rows) =>
        string.Join('\n', file.Split('\n').Where(line => !rows.Any(row => line.StartsWith(row, StringComparison.Ordinal))));
}
