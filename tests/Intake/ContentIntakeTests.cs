using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Intake;

[Collection(IntakeTogether.Name)]
public sealed class ContentIntakeTests(IntakeStorage storage) : IAsyncLifetime
{
    private const string ArticlePath = "items/trong-mac-ca.md";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await storage.PrepareAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task An_approved_article_becomes_an_item_that_is_due_and_wants_translations()
    {
        var handIn = await storage.TakeAsync(ArticlePath, ContentText.Article, "can-bo");

        Assert.Equal((HandInState.Accepted, 1), (handIn.State, handIn.Changed));
        var item = (await storage.ItemAsync("trong-mac-ca")).Value;
        Assert.Equal((1, ItemState.Approved, ArticlePath), (item.Revision, item.State, item.SourceFile));
        Assert.Equal("can-bo", (await storage.Get<ItemReader>().RevisionAsync(item.Id, 1, Cancellation))!.HandedInBy);
        Assert.Equal([Keys.Due(item.PublishAt!.Value, "trong-mac-ca.1.vi")], await storage.KeysAsync(Keys.DuePrefix));
        Assert.Equal(["container:approved approved 1", "can-bo revision-accepted 1"], await storage.HistoryAsync("trong-mac-ca"));
        Assert.Equal(["trong-mac-ca"], await storage.WantedAsync());
    }

    [Fact]
    public async Task An_article_without_approval_waits_and_one_that_comes_later_makes_it_due_without_a_new_revision()
    {
        var approval = ContentText.Article[
            ContentText.Article.IndexOf(
                "approval:", StringComparison.Ordinal)..ContentText.Article.LastIndexOf("---", StringComparison.Ordinal)];
        await storage.TakeAsync(ArticlePath, ContentText.Article.Replace(approval, "", StringComparison.Ordinal));
        Assert.Equal(ItemState.WaitingForApproval, (await storage.ItemAsync("trong-mac-ca")).Value.State);
        Assert.Empty(await storage.KeysAsync(Keys.DuePrefix));

        await storage.TakeAsync(ArticlePath, ContentText.Article);
        var item = (await storage.ItemAsync("trong-mac-ca")).Value;
        Assert.Equal((1, ItemState.Approved), (item.Revision, item.State));
        Assert.Single(await storage.KeysAsync(Keys.DuePrefix));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_tells_translation_again()
    {
        await storage.TakeAsync(ArticlePath, ContentText.Article);
        var again = await storage.TakeAsync(ArticlePath, ContentText.Article);

        Assert.Equal((HandInState.Accepted, 0), (again.State, again.Changed));
        Assert.Equal(1, (await storage.ItemAsync("trong-mac-ca")).Value.Revision);
        Assert.Equal(2, (await storage.HistoryAsync("trong-mac-ca")).Length);
        Assert.Equal(["trong-mac-ca", "trong-mac-ca"], await storage.WantedAsync());
    }

    [Theory]
    [InlineData("handin.")]
    [InlineData("handin.", "queue")]
    public async Task Stopped_after_its_items_were_stored_and_repeated_it_ends_the_same(params string[] lost)
    {
        // What a stop leaves out is what is written last: here it is taken away again.
        var (etag, lastModified) = await storage.UploadAsync(Containers.Approved, ArticlePath, ContentText.Article.Utf8());
        var first = await storage.Intake.TakeApprovedAsync(ArticlePath, ContentText.Article.Utf8(), (etag, lastModified), null);
        var rows = await storage.KeysAsync();
        await storage.Store.Editorial.DeleteEntityAsync(Keys.Editorial, Keys.HandIn(first.Id.Value), cancellationToken: Cancellation);
        if (lost.Contains("queue"))
        {
            await storage.Store.TranslationWanted.ClearMessagesAsync(Cancellation);
        }

        await storage.RestartAsync();
        var repeated = await storage.Intake.TakeApprovedAsync(ArticlePath, ContentText.Article.Utf8(), (etag, lastModified), null);

        Assert.Equal((first.Id, first.State, first.Changed), (repeated.Id, repeated.State, repeated.Changed));
        Assert.Equal(rows, await storage.KeysAsync());
        Assert.Contains("trong-mac-ca", await storage.WantedAsync());
    }

    [Fact]
    public async Task A_sheet_that_was_stored_by_half_is_completed_by_its_repeat()
    {
        var sheet = Sheet(Enumerable.Range(0, 60).Select(number => $"s-{number:D3},Giữ rừng {number}"));
        var (etag, lastModified) = await storage.UploadAsync(Containers.Approved, "items/s.csv", sheet.Utf8());
        await storage.Intake.TakeApprovedAsync("items/s.csv", sheet.Utf8(), (etag, lastModified), null);
        var rows = await storage.KeysAsync();

        // The second transaction of the file never happened.
        foreach (var key in rows.Where(
            key => key.IndexOf(".s-", StringComparison.Ordinal) is > 0 and var at && string.CompareOrdinal(key, at, ".s-030", 0, 6) > 0))
        {
            await storage.Store.Editorial.DeleteEntityAsync(Keys.Editorial, key, cancellationToken: Cancellation);
        }

        var repeated = await storage.Intake.TakeApprovedAsync("items/s.csv", sheet.Utf8(), (etag, lastModified), null);
        Assert.Equal((60, 60), (repeated.Items.Length, repeated.Changed));
        Assert.Equal(rows, await storage.KeysAsync());
    }

    [Fact]
    public async Task Only_the_changed_rows_of_a_sheet_become_new_revisions()
    {
        await storage.TakeAsync("items/s.csv", Sheet(["a,Một", "b,Hai", "c,Ba"]));
        await storage.WantedAsync();
        var changed = await storage.TakeAsync("items/s.csv", Sheet(["a,Một", "b,Hai sửa", "c,Ba", "d,Bốn"]));

        Assert.Equal((4, 2), (changed.Items.Length, changed.Changed));
        Assert.Equal(
            "a.1 b.1 b.2 c.1 d.1",
            string.Join(
                ' ',
                (await storage.KeysAsync("revision."))
                    .Select(key => key.Replace("revision.", "", StringComparison.Ordinal).Replace("00000", "", StringComparison.Ordinal))));
        Assert.Equal(["a b c d"], await storage.WantedAsync());
    }

    [Fact]
    public async Task A_sheet_of_many_rows_is_told_in_messages_of_two_hundred()
    {
        var handIn = await storage.TakeAsync(
            "items/s.csv", Sheet(Enumerable.Range(0, 450).Select(number => $"s-{number:D3},Giữ rừng {number}")));
        Assert.Equal(450, handIn.Changed);
        Assert.Equal([50, 200, 200], (await storage.WantedAsync()).Select(items => items.Split(' ').Length).Order());
    }

    [Fact]
    public async Task An_item_of_another_file_is_not_taken_over()
    {
        await storage.TakeAsync("items/s.csv", Sheet(["a,Một"]));
        var rejected = await storage.TakeAsync("items/t.csv", Sheet(["b,Hai", "a,Khác"]));

        var problem = Assert.Single(rejected.Problems);
        Assert.Equal((nameof(ProblemTexts.ItemOwnedByOtherFile), 3), (problem.Code, problem.Place!.Line));
        Assert.Equal(["a", "items/s.csv"], problem.Arguments);
        Assert.Null(await storage.Get<ItemReader>().FindAsync(new("b"), Cancellation));
    }

    [Fact]
    public async Task A_rejected_file_is_kept_with_its_reasons_and_its_next_version_beside_it()
    {
        var bad = await storage.TakeAsync(
            ArticlePath, ContentText.Article.Replace("title:", "tieu-de:", StringComparison.Ordinal), "can-bo");
        Assert.Equal(["RequiredKeyMissing:2", "KeyUnknown:2"], bad.Problems.AtLines());
        await storage.TakeAsync(ArticlePath, ContentText.Article.Replace("title:", "tua-de:", StringComparison.Ordinal));

        Assert.Equal(4, (await storage.BlobsAsync(Containers.Rejected)).Length);
        Assert.Contains(
            "tieu-de", await storage.TextAsync(Containers.Rejected, $"approved/{bad.Id}/{ArticlePath}"), StringComparison.Ordinal);
        var page = await storage.Get<HandInStore>().ListAsync(HandInState.Rejected, ArticlePath, null, 10, Cancellation);
        Assert.Equal(2, page.Rows.Count);
        Assert.Empty((await storage.Get<HandInStore>().ListAsync(HandInState.Accepted, ArticlePath, null, 10, Cancellation)).Rows);
        Assert.Empty(await storage.WantedAsync());
    }

    [Theory]
    [InlineData("notes.txt", "FileKindUnknown")]
    [InlineData("directory/communes.csv", "DirectoryFileInContent")]
    [InlineData("items/a%b.md", "PathRefused")]
    [InlineData("items/cây 🌳.png", "PathRefused")]
    public async Task A_file_that_is_not_taken_is_kept_and_told(string path, string code) =>
        Assert.Equal(code, Assert.Single((await storage.TakeAsync(path, "x")).Problems).Code);

    [Fact]
    public async Task A_picture_is_kept_by_the_hash_of_its_bytes()
    {
        await storage.TakeAsync("items/anh.png", Pictures.Png(800, 600));
        var picture = (
            await storage.Store.Editorial.FindAsync(
                Keys.Editorial, Keys.Picture("items/anh.png"), ContentJson.Default.AcceptedPicture, Cancellation))!.Value;
        Assert.Equal("image/png", picture.ContentType);
        Assert.Equal([picture.Blob], await storage.BlobsAsync(Containers.Media));
    }

    [Fact]
    public async Task A_supplied_translation_is_kept_also_before_its_item_and_its_newest_version_stays()
    {
        const string Path = "items/trong-mac-ca.blt-Tavt.md";
        await storage.TakeAsync(Path, "---\ntitle: ꪹꪚꪙ\nsample: true\n---\nꪵꪀ", "bung-lao-1");
        Assert.Equal(["trong-mac-ca"], await storage.WantedAsync());
        await storage.Intake.TakeApprovedAsync(Path, "---\ntitle: cũ\n---\ncũ".Utf8(), ("\"old\"", DateTimeOffset.UnixEpoch), null);

        var supplied = (
            await storage.Store.Editorial.FindAsync(
                Keys.Editorial, Keys.Supplied("trong-mac-ca", "blt-Tavt"), ContentJson.Default.SuppliedTranslation, Cancellation))!.Value;
        Assert.Equal(
            ("ꪹꪚꪙ", "ꪵꪀ", new PersonId("bung-lao-1"), true), (supplied.Text.Title, supplied.Text.Body, supplied.By, supplied.Sample));
    }

    [Fact]
    public async Task Translations_in_a_sheet_are_kept_and_only_changed_where_they_change()
    {
        const string Header = "id,kind,text,issuer,sample,blt-Tavt,hmn-Latn-x-chv\n";
        await storage.TakeAsync("items/s.csv", Header + "a,slogan,Một,Ban,true,ꪹꪚꪙ,\nb,slogan,Hai,Ban,true,,Ntawv\n");
        Assert.Equal(["supplied.a.blt-Tavt", "supplied.b.hmn-Latn-x-chv"], await storage.KeysAsync("supplied."));
        var before = await Supplied("b", "hmn-Latn-x-chv");
        await storage.TakeAsync("items/s.csv", Header + "a,slogan,Một,Ban,true,ꪵꪀ,\nb,slogan,Hai,Ban,true,,Ntawv\n");

        Assert.Equal("ꪵꪀ", (await Supplied("a", "blt-Tavt")).Value.Text.Body);
        Assert.Equal(before.ETag, (await Supplied("b", "hmn-Latn-x-chv")).ETag);
        Assert.Equal(1, (await storage.ItemAsync("a")).Value.Revision);
    }

    [Fact]
    public async Task The_longest_text_that_is_taken_fits_into_storage()
    {
        var body = string.Concat(Enumerable.Repeat("ꪹꪚꪙ\"\\ ", 16_666));
        var handIn = await storage.TakeAsync(
            ArticlePath, ContentText.Article[..(ContentText.Article.LastIndexOf("---", StringComparison.Ordinal) + 3)] + "\n" + body);
        Assert.Equal(HandInState.Accepted, handIn.State);
        Assert.Equal(body.TrimEnd(), (await storage.Get<ItemReader>().RevisionAsync(new("trong-mac-ca"), 1, Cancellation))!.Content.Text.Body);
    }

    [Fact]
    public async Task A_file_with_thousands_of_problems_is_told_in_full_beside_its_original()
    {
        var handIn = await storage.TakeAsync(
            "items/s.csv", Sheet(Enumerable.Range(0, 1_500).Select(number => $"S {number} {new string('x', 500)},Sai")));
        Assert.Equal(1_500, handIn.ProblemCount);
        Assert.Equal(200, (await storage.Get<HandInStore>().FindAsync(handIn.Id, Cancellation))!.Problems.Length);
    }

    private Task<Row<SuppliedTranslation>?> Find(string id, string language) =>
        storage.Store.Editorial.FindAsync(
            Keys.Editorial, Keys.Supplied(id, language), ContentJson.Default.SuppliedTranslation, Cancellation);

    private async Task<Row<SuppliedTranslation>> Supplied(string id, string language) => (await Find(id, language))!;

    private static string Sheet(IEnumerable<string> rows) =>
        "id,text,kind,issuer\n" + string.Concat(rows.Select(row => row + ",slogan,Ban (mẫu)\n"));
}
