using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Intake;

/// <summary>A picture that comes again under its name.</summary>
[Collection(IntakeTogether.Name)]
public sealed class PictureRevisionsTests(IntakeStorage storage) : IAsyncLifetime
{
    private const string ArticlePath = "items/trong-mac-ca.md";
    private const string PicturePath = "items/anh.png";

    private static readonly string Article = ContentText.Article.Replace(
        "sample: true", "picture: anh.png\npictureAlt: Đồi mắc ca", StringComparison.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await storage.PrepareAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Other_bytes_make_a_new_revision_that_waits_for_an_approval_of_its_own()
    {
        await TakeBothAsync();
        await storage.WantedAsync();

        var handIn = await storage.TakeAsync(PicturePath, Pictures.Png(800, 600, shade: 10), "can-bo");

        var item = (await storage.ItemAsync("trong-mac-ca")).Value;
        Assert.Equal((2, ItemState.WaitingForApproval), (item.Revision, item.State));
        Assert.Equal((1, "trong-mac-ca"), (handIn.Changed, Assert.Single(handIn.Items).Value));
        Assert.Equal(["trong-mac-ca"], await storage.WantedAsync());
        var (first, second) = (await RevisionAsync(1), await RevisionAsync(2));
        Assert.NotEqual(first.Pictures.Single().Blob, second.Pictures.Single().Blob);
        Assert.Equal(("can-bo", PicturePath, first.Content.Text), (second.HandedInBy, second.SourceFile, second.Content.Text));
        Assert.Contains("can-bo revision-accepted 2", await storage.HistoryAsync("trong-mac-ca"));
        Assert.Contains("stop.trong-mac-ca", await storage.KeysAsync("stop."));
    }

    [Fact]
    public async Task The_same_bytes_and_what_the_item_does_not_show_change_nothing()
    {
        await TakeBothAsync();
        var before = (await storage.ItemAsync("trong-mac-ca")).ETag;

        var again = await storage.TakeAsync(PicturePath, Pictures.Png(800, 600));
        await storage.TakeAsync("items/khac.png", Pictures.Png(800, 600, shade: 10));

        Assert.Equal((HandInState.Accepted, 0), (again.State, again.Changed));
        Assert.Equal(before, (await storage.ItemAsync("trong-mac-ca")).ETag);
    }

    [Fact]
    public async Task A_picture_that_came_before_the_one_that_is_there_changes_nothing()
    {
        await TakeBothAsync();
        await storage.Intake.TakeApprovedAsync(PicturePath, Pictures.Png(800, 600, shade: 10), ("\"old\"", DateTimeOffset.UnixEpoch), null);
        Assert.Equal(1, (await storage.ItemAsync("trong-mac-ca")).Value.Revision);
    }

    [Fact]
    public async Task A_try_that_was_cut_off_behind_the_revision_wants_its_translations_when_it_comes_again()
    {
        await TakeBothAsync();
        var (etag, at) = await storage.UploadAsync(Containers.Approved, PicturePath, Pictures.Png(800, 600, shade: 10));
        await storage.Intake.TakeApprovedAsync(PicturePath, Pictures.Png(800, 600, shade: 10), (etag, at), null);
        await storage.WantedAsync();

        await storage.Intake.TakeApprovedAsync(PicturePath, Pictures.Png(800, 600, shade: 10), (etag, at), null);

        Assert.Equal(["trong-mac-ca"], await storage.WantedAsync());
        Assert.Equal(2, (await storage.ItemAsync("trong-mac-ca")).Value.Revision);
    }

    [Fact]
    public async Task The_article_that_was_taken_before_does_not_approve_the_new_picture_when_its_message_comes_twice()
    {
        await TakeBothAsync();
        var (etag, at) = await storage.UploadAsync(Containers.Approved, ArticlePath, Article.Utf8());
        await storage.Intake.TakeApprovedAsync(ArticlePath, Article.Utf8(), (etag, at), null);
        var read = await storage.ItemAsync("trong-mac-ca");
        await new Transaction(Keys.Editorial)
            .Replace(read, read.Value with { HandIn = HandInId.Of(Containers.Approved, ArticlePath, at, etag) }, ContentJson.Default.Item)
            .CommitAsync(storage.Store.Editorial, Cancellation);
        await storage.TakeAsync(PicturePath, Pictures.Png(800, 600, shade: 10));

        await storage.Intake.TakeApprovedAsync(ArticlePath, Article.Utf8(), (etag, at), null);

        Assert.Equal(ItemState.WaitingForApproval, (await storage.ItemAsync("trong-mac-ca")).Value.State);
    }

    [Fact]
    public async Task An_item_of_several_pictures_is_revised_by_any_of_them_and_keeps_the_others()
    {
        await storage.TakeAsync("items/hai.jpg", Pictures.Jpeg(400, 300));
        await storage.TakeAsync(PicturePath, Pictures.Png(800, 600));
        await storage.TakeAsync(
            ArticlePath,
            ContentText.Article.Replace(
                "sample: true", "pictures:\n  - { file: anh.png, alt: Đồi }\n  - { file: hai.jpg, alt: Nương }", StringComparison.Ordinal));

        await storage.TakeAsync("items/hai.jpg", Pictures.Jpeg(400, 300, shade: 10));

        var (first, second) = (await RevisionAsync(1), await RevisionAsync(2));
        Assert.Equal(first.Pictures[0], second.Pictures[0]);
        Assert.NotEqual(first.Pictures[1].Blob, second.Pictures[1].Blob);
    }

    [Fact]
    public async Task A_withdrawn_item_stays_as_it_is()
    {
        await TakeBothAsync();
        await storage.Get<ItemCommands>().WithdrawAsync(new("trong-mac-ca"), new("lanh-dao-ban"), "Sai", Azure.ETag.All, Cancellation);
        await storage.TakeAsync(PicturePath, Pictures.Png(800, 600, shade: 10));
        Assert.Equal(1, (await storage.ItemAsync("trong-mac-ca")).Value.Revision);
    }

    [Fact]
    public async Task What_was_stored_before_pictures_were_noted_is_revised_by_other_bytes_and_not_by_the_same()
    {
        await TakeBothAsync();
        await MakeOldAsync(Pictures.Png(800, 600));

        await storage.TakeAsync(PicturePath, Pictures.Png(800, 600));
        Assert.Equal(1, (await storage.ItemAsync("trong-mac-ca")).Value.Revision);

        await storage.TakeAsync(PicturePath, Pictures.Png(800, 600, shade: 10));
        Assert.Equal(2, (await storage.ItemAsync("trong-mac-ca")).Value.Revision);
        Assert.Equal(PicturePath, (await RevisionAsync(2)).Pictures.Single().Path);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_decoded_is_refused_and_the_one_that_is_there_stays()
    {
        await TakeBothAsync();
        var cut = Pictures.Png(800, 600)[..60];
        var handIn = await storage.TakeAsync(PicturePath, cut);
        Assert.Equal((HandInState.Rejected, "PictureBroken"), (handIn.State, handIn.Problems.Single().Code));
        Assert.Equal(1, (await storage.ItemAsync("trong-mac-ca")).Value.Revision);
        Assert.Single(await storage.BlobsAsync(Containers.Media));
    }

    private async Task TakeBothAsync()
    {
        await storage.TakeAsync(PicturePath, Pictures.Png(800, 600));
        Assert.Equal(HandInState.Accepted, (await storage.TakeAsync(ArticlePath, Article)).State);
    }

    /// <summary>Item, revision and picture as they were stored until now.</summary>
    private async Task MakeOldAsync(byte[] original)
    {
        var item = await storage.ItemAsync("trong-mac-ca");
        var revision = (
            await storage.Store.Editorial.FindAsync(
                Keys.Editorial, Keys.Revision("trong-mac-ca", 1), ContentJson.Default.Revision, Cancellation))!;
        var picture = (
            await storage.Store.Editorial.FindAsync(
                Keys.Editorial, Keys.Picture(PicturePath), ContentJson.Default.AcceptedPicture, Cancellation))!;
        var blob = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(original)) + ".png";
        Assert.True(await new Transaction(Keys.Editorial)
            .Replace(item, item.Value with { PictureFiles = default }, ContentJson.Default.Item)
            .Replace(
                revision,
                revision.Value with
                {
                    Pictures = default,
                    Content = revision.Value.Content with { Text = revision.Value.Content.Text with { Pictures = null } },
                },
                ContentJson.Default.Revision)
            .Replace(picture, picture.Value with { Original = null, Blob = blob }, ContentJson.Default.AcceptedPicture)
            .CommitAsync(storage.Store.Editorial, Cancellation));
    }

    private async Task<Revision> RevisionAsync(int number) =>
        (await storage.Get<ItemReader>().RevisionAsync(new("trong-mac-ca"), number, Cancellation))!;
}
