using System.Collections.Immutable;
using System.Net;
using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Intake.Drafts;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Intake.Drafts;

/// <summary>An item is corrected in a form, whatever file it came from, and nothing of it but what was meant changes.</summary>
public sealed class CorrectionDraftsTests(SeenChannels rooms) : IClassFixture<SeenChannels>
{
    private const string Sheet = "id,kind,text,issuer,speaker,communes,overflow\n"
        + "loi-mot,quote,Giữ rừng là giử nước,Ban Tuyên giáo (mẫu),Già bản,bung-lao,split\nloi-hai,slogan,Mỗi nhà một vườn,Ban Tuyên giáo (mẫu),,bung-lao,\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_came_as_a_file_with_a_picture_is_corrected_and_so_is_its_post()
    {
        await rooms.HandInPictureAsync("items/doi-mac-ca.png", Pictures.Png(64, 48));
        await rooms.WriteAsync(
            "sua-tep",
            "Bài từ tệp",
            "communes: [bung-lao]\nsummary: Tóm lại\nexpiresAt: 31/12/2026\noverflow: split\npicture: doi-mac-ca.png\npictureAlt: Đồi \"mắc ca\"\npictureCaption: Ảnh mẫu",
            "Trồng **40.000 ha** mác ca.");
        await rooms.TickAsync();
        var before = await ContentAsync("sua-tep", 1);

        var draft = await OpenAsync("sua-tep");
        Assert.Equal(("Bài từ tệp", "Trồng **40.000 ha** mác ca."), (draft.Value.Item.Title, draft.Value.Item.Body));
        using var staff = rooms.Visit("can-bo");
        using var picture = await staff.GetAsync($"/drafts/{draft.Value.Id}/pictures/1.png");
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        await SendAsync(draft, draft.Value.Item with { Body = "Trồng **40.000 ha** mắc ca." });

        var after = await ContentAsync("sua-tep", 2);
        Assert.Equal("Trồng **40.000 ha** mắc ca.", after.Text.Body);
        Assert.Equal(HashOf(before, before.Text), HashOf(after, before.Text));
        var revisions = await Task.WhenAll(RevisionAsync("sua-tep", 1), RevisionAsync("sua-tep", 2));
        Assert.Equal(Assert.Single(revisions[0].Pictures).Blob, Assert.Single(revisions[1].Pictures).Blob);
        await rooms.ApproveAsync("sua-tep");
        var post = Assert.Single(rooms.Telegram.Posts, post => post.Text.StartsWith("Bài từ tệp", StringComparison.Ordinal));
        Assert.Contains("mắc ca", post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_a_sheet_is_corrected_by_itself()
    {
        await rooms.HandInAsync("items/loi-hay.csv", Sheet);
        var before = await ContentAsync("loi-mot", 1);

        var draft = await OpenAsync("loi-mot");
        var sheet = draft.Value.Sheet!;
        var text = sheet.IndexOf("text");
        Assert.Equal("Giữ rừng là giử nước", Assert.Single(sheet.Rows)[text]);
        ImmutableArray<ImmutableArray<string>> rows = [sheet.Rows[0].SetItem(text, "Giữ rừng là giữ nước")];
        var (by, sheets) = (new Dissemination.Directory.PersonId("can-bo"), rooms.Get<SheetService>());
        var saved = await sheets.SaveAsync(draft.Value.Id, sheet with { Rows = rows }, by, draft.ETag, Cancellation);
        var taken = await sheets.TakeAsync(draft.Value.Id, by, saved.Value!.ETag, Cancellation);
        Assert.True(taken.IsDone, taken.Problem?.Code);
        await rooms.Get<ContentIntake>().TakeAsync(
            rooms.Store.Container(Containers.Content).GetBlobClient("items/loi-hay.csv"), Cancellation);

        var after = await ContentAsync("loi-mot", 2);
        Assert.Equal("Giữ rừng là giữ nước", after.Text.Body);
        Assert.Equal(HashOf(before, before.Text), HashOf(after, before.Text));
        Assert.Equal(1, (await ItemAsync("loi-hai")).Revision);
    }

    [Fact]
    public async Task While_one_correction_is_open_it_is_found_again_and_one_that_was_sent_goes_on_in_the_same_draft()
    {
        await rooms.WriteAsync("sua-hai-lan", "Sửa hai lần");
        var draft = await OpenAsync("sua-hai-lan");
        rooms.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(draft.Value.Id, (await OpenAsync("sua-hai-lan")).Value.Id);
        await SendAsync(draft, draft.Value.Item with { Body = "Lần thứ nhất." });
        Assert.Equal(draft.Value.Id, (await OpenAsync("sua-hai-lan")).Value.Id);

        // What came by another way since is not lost: another draft begins with it.
        await DropAsync("sua-hai-lan", SampleFiles.Article("Sửa hai lần", "Đến từ tệp khác.", approved: false, "communes: [bung-lao]"));
        Assert.Equal("Đến từ tệp khác.", (await OpenAsync("sua-hai-lan")).Value.Item.Body);
    }

    [Fact]
    public async Task A_picture_that_was_replaced_since_a_draft_was_sent_is_not_brought_back_by_the_next_correction()
    {
        const string Picture = "items/sua-anh-1.png";
        await rooms.WriteAsync("sua-anh", "Sửa ảnh");
        var (draft, service) = (await OpenAsync("sua-anh"), rooms.Get<DraftService>());
        var by = (new Dissemination.Directory.PersonId("can-bo"), draft.ETag);
        var shown = await service.SaveAsync(
            draft.Value.Id, draft.Value.Item, [new("anh.png", Pictures.Png(320, 200))], by, Cancellation);
        var item = shown.Value!.Value.Item;
        await SendAsync(shown.Value!, item with { Pictures = [item.Pictures[0] with { Alt = "Đồi" }] }, Picture);
        var sent = (await rooms.Get<DraftStore>().FindAsync(draft.Value.Id, Cancellation))!.Value;
        Assert.NotNull(sent.Sent);

        rooms.Time.Advance(TimeSpan.FromMinutes(1));
        await rooms.Store.Container(Containers.Content).GetBlobClient(Picture)
            .UploadAsync(BinaryData.FromBytes(Pictures.Png(200, 320)), overwrite: true, Cancellation);
        await TakeInFileAsync(Picture);
        var again = (await OpenAsync("sua-anh")).Value;

        Assert.NotEqual(draft.Value.Id, again.Id);
        Assert.Equal(["sua-anh-1.png"], again.Item.Pictures.Select(picture => picture.File));
    }

    private async Task<Row<Draft>> OpenAsync(string item)
    {
        using var staff = rooms.Visit("can-bo");
        using var opened = await staff.PostAsync($"/items/{item}", $"/items/{item}/correct");
        Assert.Equal(HttpStatusCode.Found, opened.StatusCode);
        var id = DraftId.Parse(opened.Headers.Location!.OriginalString["/drafts/".Length..], null);
        return (await rooms.Get<DraftStore>().FindAsync(id, Cancellation))!;
    }

    private async Task SendAsync(Row<Draft> draft, DraftItem item, params string[] pictures)
    {
        var (by, service) = (new Dissemination.Directory.PersonId("can-bo"), rooms.Get<DraftService>());
        var saved = await service.SaveAsync(draft.Value.Id, item, [], (by, draft.ETag), Cancellation);
        var sent = await service.SendAsync(draft.Value.Id, by, saved.Value!.ETag, Cancellation);
        Assert.True(sent.IsValid, string.Join('\n', sent.Problems));
        foreach (var picture in pictures)
        {
            await TakeInFileAsync(picture);
        }

        await TakeInAsync(item.Id);
    }

    private async Task DropAsync(string item, string text)
    {
        await rooms.Store.Container(Containers.Content).GetBlobClient($"items/{item}.md")
            .UploadAsync(BinaryData.FromString(text), overwrite: true, Cancellation);
        await TakeInAsync(item);
    }

    private Task TakeInAsync(string item) => TakeInFileAsync($"items/{item}.md");

    private async Task TakeInFileAsync(string file)
    {
        var handIn = await rooms.Get<ContentIntake>().TakeAsync(
            rooms.Store.Container(Containers.Content).GetBlobClient(file), Cancellation);
        Assert.NotEqual(HandInState.Rejected, handIn?.State);
    }

    private async Task<Item> ItemAsync(string id) => (await rooms.Get<ItemReader>().FindAsync(new(id), Cancellation))!.Value;

    private async Task<Revision> RevisionAsync(string id, int number) =>
        (await rooms.Get<ItemReader>().RevisionAsync(new(id), number, Cancellation))!;

    private async Task<ItemContent> ContentAsync(string id, int number) => (await RevisionAsync(id, number)).Content;

    /// <summary>What all but the words and the approval comes to.</summary>
    private static string HashOf(ItemContent content, VersionText words) => ContentHash.Of(content with { Text = words, Claim = null });
}
