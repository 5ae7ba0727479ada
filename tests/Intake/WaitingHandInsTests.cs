using Azure.Data.Tables;
using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Directory;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Intake;

/// <summary>What waits for another file: its picture, the resolution, the directory.</summary>
[Collection(IntakeTogether.Name)]
public sealed class WaitingHandInsTests(IntakeStorage storage) : IAsyncLifetime
{
    private const string ArticlePath = "items/trong-mac-ca.md";

    private static string WithPicture { get; } =
        ContentText.Article.Replace("sample: true", "picture: anh.png\npictureAlt: Đồi mắc ca", StringComparison.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await storage.PrepareAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task An_article_waits_for_its_picture_and_is_taken_when_that_comes()
    {
        var waiting = await storage.TakeAsync(ArticlePath, WithPicture, "can-bo");
        Assert.Equal(HandInState.Waiting, waiting.State);
        Assert.Equal(["items/anh.png"], waiting.WaitsFor);
        Assert.Equal(9, Assert.Single(waiting.Problems).Place!.Line);

        await storage.TakeAsync("items/anh.png", Pictures.Png(800, 600));
        Assert.Equal(HandInState.Accepted, await StateOf(waiting));
        Assert.Equal("can-bo", (await storage.Get<ItemReader>().RevisionAsync(new("trong-mac-ca"), 1, Cancellation))!.HandedInBy);
        Assert.Empty(await storage.KeysAsync("waiting."));
    }

    [Fact]
    public async Task What_came_before_directory_and_resolution_is_taken_once_both_are_there()
    {
        await storage.EmptyAsync();
        var waiting = await storage.TakeAsync(ArticlePath, ContentText.Article);
        Assert.Equal(HandInState.Waiting, waiting.State);
        Assert.Equal(["communes.csv", "people.csv", ContentText.ResolutionPath], waiting.WaitsFor.Order());

        await storage.DropDirectoryAsync();
        Assert.Equal(HandInState.Waiting, await StateOf(waiting));
        await storage.TakeAsync(ContentText.ResolutionPath, ContentText.Resolution);
        Assert.Equal(HandInState.Accepted, await StateOf(waiting));
        Assert.Equal(1, (await storage.ItemAsync("trong-mac-ca")).Value.Revision);
        Assert.Empty(await storage.BlobsAsync(Containers.Rejected));
    }

    [Fact]
    public async Task Where_whoever_brought_what_it_waited_for_was_cut_off_the_next_look_takes_it()
    {
        await storage.EmptyAsync();
        var waiting = await storage.TakeAsync(ArticlePath, ContentText.Article);
        await storage.Get<WaitingHandIns>().RetakeAsync(Cancellation);
        Assert.Equal(HandInState.Waiting, await StateOf(waiting));

        // The directory and the resolution are stored, and nothing that follows from them was done.
        await StoreDirectoryAsync("none");
        var resolution = ResolutionReader.Read(ContentText.ResolutionPath, ContentText.Resolution.Utf8()).AssertValid();
        await storage.Get<ReferenceStore>().PutAsync(resolution, waiting.Id, Cancellation);
        Assert.Equal(HandInState.Waiting, await StateOf(waiting));

        await storage.Get<WaitingHandIns>().RetakeAsync(Cancellation);
        Assert.Equal(HandInState.Accepted, await StateOf(waiting));
        Assert.Equal(1, (await storage.ItemAsync("trong-mac-ca")).Value.Revision);
        Assert.Empty(await storage.KeysAsync("waiting."));
    }

    [Fact]
    public async Task What_cannot_be_taken_anew_keeps_nothing_that_waits_behind_it()
    {
        string[] items = ["mot", "hai", "ba"];
        Dictionary<string, HandIn> waiting = new(StringComparer.Ordinal);
        foreach (var item in items)
        {
            waiting[item] = await storage.TakeAsync($"items/{item}.md", WithPicture);
        }

        var first = waiting.MinBy(handIn => handIn.Value.Id.Value, StringComparer.Ordinal).Key;
        await storage.Store.Editorial.AddEntityAsync(
            new TableEntity(Keys.Editorial, Keys.Item(first)) { ["Json"] = "{ rác" }, Cancellation);
        Assert.Equal(HandInState.Accepted, (await storage.TakeAsync("items/anh.png", Pictures.Png(800, 600))).State);
        Assert.Equal(
            [$"{Containers.Approved}/items/{first}.md"],
            await storage.Get<AlertStore>().OfKindAsync(AlertStore.FileKind, Cancellation).Select(alert => alert.Subject)
                .ToListAsync(Cancellation));
        Assert.Equal(HandInState.Waiting, await StateOf(waiting[first]));
        foreach (var item in items.Where(item => item != first))
        {
            Assert.Equal(HandInState.Accepted, await StateOf(waiting[item]));
        }

        await storage.Get<WaitingHandIns>().RetakeAsync(Cancellation);
        Assert.Equal(HandInState.Waiting, await StateOf(waiting[first]));
        await storage.Store.Editorial.DeleteEntityAsync(Keys.Editorial, Keys.Item(first), cancellationToken: Cancellation);
        await storage.Get<WaitingHandIns>().RetakeAsync(Cancellation);
        Assert.Equal(HandInState.Accepted, await StateOf(waiting[first]));
    }

    [Fact]
    public async Task What_was_taken_before_it_was_replaced_stays_taken_though_its_note_was_not_yet_forgotten()
    {
        var waiting = await storage.TakeAsync(ArticlePath, WithPicture);
        var note = await storage.Store.Editorial.GetEntityAsync<TableEntity>(
            Keys.Editorial, Keys.Waiting("items/anh.png", waiting.Id.Value), cancellationToken: Cancellation);
        await storage.TakeAsync("items/anh.png", Pictures.Png(800, 600));
        await storage.TakeAsync(ArticlePath, ContentText.Article);
        await storage.Store.Editorial.AddEntityAsync(note.Value, Cancellation);

        await storage.Get<WaitingHandIns>().RetakeAsync(Cancellation);

        Assert.Equal(HandInState.Accepted, await StateOf(waiting));
        Assert.Empty(await storage.KeysAsync("waiting."));
    }

    [Fact]
    public async Task What_a_back_up_laid_back_while_it_waited_is_taken_as_the_version_that_it_is_now()
    {
        var waiting = await storage.TakeAsync(ArticlePath, WithPicture);
        await storage.UploadAsync(Containers.Approved, ArticlePath, WithPicture.Utf8());

        await storage.TakeAsync("items/anh.png", Pictures.Png(800, 600));

        Assert.Equal(HandInState.Rejected, await StateOf(waiting));
        Assert.Equal(ItemState.Approved, (await storage.ItemAsync("trong-mac-ca")).Value.State);
        Assert.Empty(await storage.KeysAsync("waiting."));
    }

    [Fact]
    public async Task A_directory_that_was_replaced_by_somebody_who_was_cut_off_is_settled_by_the_next_look()
    {
        await storage.EmptyAsync();
        HandIn[] handIns =
        [
            await storage.DropAsync(DirectoryFiles.Communes, DirectoryText.Communes),
            await storage.DropAsync(DirectoryFiles.Destinations, DirectoryText.Destinations),
        ];
        await storage.UploadAsync(Containers.Directory, DirectoryFiles.People, DirectoryText.People.Utf8());
        var dropped = await DroppedDirectory.ReadAsync(storage.Store, Cancellation);
        await StoreDirectoryAsync(dropped.Sources);

        await storage.Import.SettleAsync(Cancellation);

        foreach (var handIn in handIns)
        {
            Assert.Equal(HandInState.Accepted, await StateOf(handIn));
        }

        Assert.Equal(DirectoryText.People, await storage.TextAsync(Containers.State, "directory/" + DirectoryFiles.People));
    }

    [Fact]
    public async Task A_version_that_was_replaced_while_it_waited_is_told_as_such()
    {
        var waiting = await storage.TakeAsync(ArticlePath, WithPicture);
        await storage.TakeAsync(ArticlePath, ContentText.Article);
        await storage.TakeAsync("items/anh.png", Pictures.Png(800, 600));

        var replaced = (await storage.Get<HandInStore>().FindAsync(waiting.Id, Cancellation))!;
        Assert.Equal((HandInState.Rejected, nameof(ProblemTexts.FileReplaced)), (replaced.State, replaced.Problems.Single().Code));
        Assert.Null((await storage.Get<ItemReader>().RevisionAsync(new("trong-mac-ca"), 1, Cancellation))!.Content.Picture);
    }

    /// <summary>The directory is stored, and nothing that follows from that was done.</summary>
    private async Task StoreDirectoryAsync(string sources)
    {
        var directory = storage.Get<DirectoryStore>();
        await directory.ReplaceAsync(
            await directory.VersionAsync(Cancellation),
            DirectoryText.Snapshot(),
            sources,
            new("directory", storage.Time.GetUtcNow(), HistoryEntry.System, "directory-replaced"),
            Cancellation);
    }

    private async Task<HandInState> StateOf(HandIn handIn) =>
        (await storage.Get<HandInStore>().FindAsync(handIn.Id, Cancellation))!.State;
}
