using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Directory;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Intake;

[Collection(IntakeTogether.Name)]
public sealed class DirectoryImportTests(IntakeStorage storage) : IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await storage.EmptyAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task The_directory_is_accepted_once_all_three_files_are_there()
    {
        var first = await storage.DropAsync("people.csv", DirectoryText.People);
        Assert.Equal(HandInState.Waiting, first.State);
        Assert.Equal(["communes.csv", "destinations.csv"], first.WaitsFor);
        await storage.DropAsync("destinations.csv", DirectoryText.Destinations);
        var last = await storage.DropAsync("communes.csv", DirectoryText.Communes, "can-bo");

        Assert.Equal(HandInState.Accepted, last.State);
        Assert.NotNull((await storage.Get<DirectoryStore>().CurrentAsync(Cancellation)).Find(new CommuneId("bung-lao")));
        Assert.Equal(HandInState.Accepted, (await storage.Get<HandInStore>().FindAsync(first.Id, Cancellation))!.State);
        Assert.Equal(["system directory-founded"], await storage.HistoryAsync("directory"));
        Assert.Empty(await storage.BlobsAsync(Containers.Rejected));
    }

    [Fact]
    public async Task Three_files_that_come_at_once_replace_the_directory_once_and_each_is_accepted()
    {
        await storage.DropDirectoryAsync();
        var taken = await Task.WhenAll(
            storage.DropAsync("people.csv", DirectoryText.People),
            storage.DropAsync("destinations.csv", DirectoryText.Destinations),
            storage.DropAsync("communes.csv", DirectoryText.Communes));

        Assert.All(taken, file => Assert.Equal(HandInState.Accepted, file.State));
        Assert.Single(await storage.HistoryAsync("directory"));
    }

    [Fact]
    public async Task A_directory_with_problems_changes_nothing_and_keeps_the_original_with_the_reasons()
    {
        await storage.DropDirectoryAsync();
        var bad = DirectoryText.People + "\nboss,Sếp,boss,,\n";
        var rejected = await storage.DropAsync("people.csv", bad);

        Assert.Equal(["NotAChoice:5"], rejected.Problems.AtLines());
        Assert.Equal(
            [$"directory/{rejected.Id}/people.csv", $"directory/{rejected.Id}/people.csv.problems.json"],
            await storage.BlobsAsync(Containers.Rejected));
        Assert.Equal(bad, await storage.TextAsync(Containers.Rejected, $"directory/{rejected.Id}/people.csv"));
        var reasons = await storage.TextAsync(Containers.Rejected, $"directory/{rejected.Id}/people.csv.problems.json");
        Assert.Contains("\"line\": 5", reasons, StringComparison.Ordinal);
        Assert.Contains("Hãy chọn một trong", reasons, StringComparison.Ordinal);
        Assert.Contains("Choose one of", reasons, StringComparison.Ordinal);
        Assert.Equal(3, (await storage.Get<DirectoryStore>().FreshAsync(Cancellation)).People.Length);
        Assert.Equal(["system directory-founded", "system directory-refused"], (await storage.HistoryAsync("directory")).Order());
    }

    [Fact]
    public async Task A_file_that_was_refused_for_want_of_another_is_accepted_with_that_one()
    {
        await storage.DropDirectoryAsync();
        var early = await storage.DropAsync("destinations.csv", DirectoryText.Destinations + "\nna-bung,web,website,Trang,,,\n");
        Assert.Equal(["UnknownCommune:5"], early.Problems.AtLines());
        await storage.DropAsync("communes.csv", DirectoryText.Communes + "\nna-bung,Nà Bủng,commune,,automatic\n");
        Assert.Equal(HandInState.Accepted, (await storage.Get<HandInStore>().FindAsync(early.Id, Cancellation))!.State);
    }

    [Fact]
    public async Task The_same_files_again_are_accepted_and_recorded_once()
    {
        await storage.DropDirectoryAsync();
        await storage.DropAsync("people.csv", DirectoryText.People);
        Assert.Single(await storage.HistoryAsync("directory"));
    }

    [Fact]
    public async Task A_crash_before_the_record_loses_no_line_of_it()
    {
        await storage.DropDirectoryAsync();
        var key = (await storage.KeysAsync("history.directory.")).Single();
        await storage.Store.Editorial.DeleteEntityAsync(Keys.Editorial, key, cancellationToken: Cancellation);
        await storage.RestartAsync();
        storage.Time.Advance(TimeSpan.FromMinutes(1));

        await storage.DropAsync("destinations.csv", DirectoryText.Destinations + "\nmuong-thanh,bang,notice-board,Bảng tin,,,\n");
        Assert.Equal(2, (await storage.KeysAsync("history.directory.")).Length);
    }

    [Fact]
    public async Task Another_file_is_refused_and_kept()
    {
        var rejected = await storage.DropAsync("villages.csv", "id\n1");
        Assert.Equal(nameof(ProblemTexts.DirectoryFileUnknown), Assert.Single(rejected.Problems).Code);
        Assert.Equal("id\n1", await storage.TextAsync(Containers.Rejected, $"directory/{rejected.Id}/villages.csv"));
    }

    [Fact]
    public async Task Two_files_that_are_refused_in_the_same_second_have_a_line_each_however_often_they_are_looked_at()
    {
        await storage.DropDirectoryAsync();
        foreach (var file in (string[])["villages.csv", "hamlets.csv"])
        {
            var (etag, _) = await storage.UploadAsync(Containers.Directory, file, "id\n1".Utf8());
            var dropped = new DroppedFile(Containers.Directory, file, etag, new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero), By: null);
            await storage.Import.TakeAsync(dropped, Cancellation);
            await storage.Import.TakeAsync(dropped, Cancellation);
        }

        Assert.Equal(2, (await storage.HistoryAsync("directory")).Count(line => line == "system directory-refused"));
    }

    [Fact]
    public async Task Another_instance_sees_a_new_directory_within_seconds()
    {
        await storage.DropDirectoryAsync();
        var other = new DirectoryStore(storage.Store, storage.Time);
        Assert.Equal(3, (await other.CurrentAsync(Cancellation)).Destinations.Length);
        await storage.DropAsync("destinations.csv", DirectoryText.Destinations + "\nmuong-thanh,bang,notice-board,Bảng tin,,,\n");

        Assert.Equal(4, (await storage.Get<DirectoryStore>().CurrentAsync(Cancellation)).Destinations.Length);
        Assert.Equal(3, (await other.CurrentAsync(Cancellation)).Destinations.Length);
        storage.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(4, (await other.CurrentAsync(Cancellation)).Destinations.Length);
        storage.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(4, (await other.CurrentAsync(Cancellation)).Destinations.Length);
    }

    [Fact]
    public async Task Files_dropped_at_once_and_taken_at_once_are_all_accepted()
    {
        (string File, string Text)[] files =
            [("communes.csv", DirectoryText.Communes), (
                "destinations.csv", DirectoryText.Destinations), ("people.csv", DirectoryText.People)];
        var handIns = await Task.WhenAll(files.Select(file => storage.DropAsync(file.File, file.Text)));
        foreach (var handIn in handIns)
        {
            Assert.Equal(HandInState.Accepted, (await storage.Get<HandInStore>().FindAsync(handIn.Id, Cancellation))!.State);
        }

        Assert.Single(await storage.HistoryAsync("directory"));
    }
}
