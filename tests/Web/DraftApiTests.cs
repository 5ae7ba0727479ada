using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Tests.Intake;
using Dissemination.Tests.Intake.Documents;

namespace Dissemination.Tests.Web;

/// <summary>Drafts as programs make them: dropped, corrected, handed in, with the version that was read.</summary>
public sealed class DraftApiTests(MongSite site) : IClassFixture<MongSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sheet_becomes_rows_that_are_corrected_and_handed_in_and_the_bad_ones_stay()
    {
        using var staff = site.Call("can-bo");
        var draft = await DropAsync(
            staff, "khau-hieu.csv", "Nội dung;Đơn vị;Xã\nCả tỉnh trồng mắc ca;Ban (mẫu);Búng Lao\nGiữ rừng;Ban (mẫu);Nơi khác\n");
        var (id, version) = ((string)draft["id"]!, (string)draft["version"]!);
        Assert.Equal(2, draft["sheet"]!["rows"]!.AsArray().Count);

        using (var unnamed = await staff.PostAsync($"/api/drafts/{id}/rows/take", etag: null))
        {
            Assert.Equal(HttpStatusCode.PreconditionRequired, unnamed.StatusCode);
        }

        using (var stale = await staff.PostAsync($"/api/drafts/{id}/rows/take", "\"cu\""))
        {
            Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        }

        using var taken = await staff.PostAsync($"/api/drafts/{id}/rows/take", version);
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        await WakeAsync((string)(await JsonAsync(taken))["file"]!);
        Assert.NotNull(await site.Get<ItemReader>().FindAsync(new("ca-tinh-trong-mac-ca"), Cancellation));

        var left = await FindAsync(staff, id);
        Assert.Equal("Giữ rừng", (string)Assert.Single(left["sheet"]!["rows"]!.AsArray())![0]!);
        Assert.Empty(left["sheet"]!["sent"]!.AsArray());
        var uneven = left["sheet"]!.DeepClone();
        uneven["rows"]!.AsArray()[0]!.AsArray().RemoveAt(0);
        using var refused = await SaveRowsAsync(staff, id, (string)left["version"]!, uneven);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var mended = left["sheet"]!.DeepClone();
        mended["rows"]![0]![2] = "Búng Lao";
        using var saved = await SaveRowsAsync(staff, id, (string)left["version"]!, mended);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        using var rest = await staff.PostAsync($"/api/drafts/{id}/rows/take", (string)(await JsonAsync(saved))["version"]!);
        await WakeAsync((string)(await JsonAsync(rest))["file"]!);
        Assert.NotNull(await site.Get<ItemReader>().FindAsync(new("giu-rung"), Cancellation));
    }

    [Fact]
    public async Task Rows_of_a_file_that_intake_refused_are_back_as_they_were_given()
    {
        using var staff = site.Call("can-bo");
        var draft = await DropAsync(
            staff, "loi.csv", "id,Nội dung,Đơn vị,Xã\nloi-mot,Lời thứ nhất,Ban (mẫu),xã Búng Lao\nloi-hai,Lời thứ hai,Ban (mẫu),\n");
        var id = (string)draft["id"]!;
        using var taken = await staff.PostAsync($"/api/drafts/{id}/rows/take", (string)draft["version"]!);
        var file = (string)(await JsonAsync(taken))["file"]!;

        // Before intake looks at it, another file brings an item of the same name.
        await site.HandInAsync("items/khac.csv", "id,kind,text,issuer\nloi-hai,slogan,Lời khác,Ban (mẫu)\n");
        Assert.Equal(HandInState.Rejected, (await WakeAsync(file))!.State);

        var back = await FindAsync(staff, id);
        var rows = back["sheet"]!["rows"]!.AsArray();
        Assert.Equal(["Lời thứ nhất", "Lời thứ hai"], rows.Select(row => (string)row![1]!));
        Assert.Equal("xã Búng Lao", (string)rows[0]![3]!);
        Assert.Contains(back["notes"]!.AsArray(), note => (string)note!["code"]! == "SheetRowsBack");
        Assert.Null(back["handIn"]);
        Assert.Equal(back["version"]!.ToJsonString(), (await FindAsync(staff, id))["version"]!.ToJsonString());
    }

    [Fact]
    public async Task Pictures_in_a_zip_belong_to_the_text_that_names_them()
    {
        using var staff = site.Call("can-bo");
        var zip = Package.Of(
            ("bai/doi-mac-ca.md", Package.Utf8(
                """
                ---
                title: Đồi mắc ca
                issuer: Ban (mẫu)
                picture: Doi.PNG
                pictureAlt: Đồi mắc ca nhìn từ trên cao
                pictureCaption: Tháng 11
                pictureWords: Trồng đúng
                ---
                Bà con trồng mắc ca.

                ![Vườn ươm](vuon.png "Vườn của bản")

                Hỏi cán bộ xã.
                """)),
            ("bai/doi.png", Pictures.Png(320, 200)),
            ("bai/vuon.png", Pictures.Png(200, 320)),
            ("bai/le.png", Pictures.Png(64, 64)));
        using var dropped = await staff.SendAsync(HttpMethod.Post, "/api/drafts?name=bai.zip", etag: null, zip);
        var drafts = (await JsonAsync(dropped))["drafts"]!.AsArray();

        Assert.Equal(["doi-mac-ca.md", "le.png"], drafts.Select(draft => (string)draft!["file"]!).Order(StringComparer.Ordinal));
        var article = drafts.First(draft => (string)draft!["file"]! == "doi-mac-ca.md")!;
        var pictures = article["item"]!["pictures"]!.AsArray();
        Assert.Equal(["Đồi mắc ca nhìn từ trên cao", "Vườn ươm"], pictures.Select(picture => (string)picture!["alt"]!));
        Assert.Equal(("Tháng 11", "Trồng đúng"), ((string)pictures[0]!["caption"]!, (string)pictures[0]!["words"]!));
        Assert.Equal("Bà con trồng mắc ca.\n\nHỏi cán bộ xã.", (string)article["item"]!["body"]!);
        Assert.Equal(["DroppedPicturesTied"], article["notes"]!.AsArray().Select(note => (string)note!["code"]!));
    }

    [Fact]
    public async Task A_text_whose_pictures_did_not_come_keeps_their_names_and_says_so()
    {
        using var staff = site.Call("can-bo");
        var draft = await DropAsync(
            staff,
            "thieu-anh.md",
            "---\ntitle: Thiếu ảnh\npictures:\n- { file: mot.png, alt: Một }\n---\nLời.\n\n![Hai](hai.png)\n\nHết.");

        Assert.Contains("![Hai](hai.png)", (string)draft["item"]!["body"]!, StringComparison.Ordinal);
        Assert.Empty(draft["item"]!["pictures"]!.AsArray());
        Assert.Equal(["DroppedLinkedPictures"], draft["notes"]!.AsArray().Select(note => (string)note!["code"]!));
    }

    [Fact]
    public async Task A_draft_is_saved_handed_in_and_thrown_away_with_the_version_that_was_read()
    {
        using var staff = site.Call("can-bo");
        var draft = await DropAsync(staff, "mot-bai.md", "Bài viết qua API\n\nBà con trồng mắc ca.");
        var id = (string)draft["id"]!;
        var item = draft["item"]!.DeepClone();
        item["issuer"] = ""; // The form may have it from the campaign.
        using var emptied = await staff.SendAsync(
            HttpMethod.Put,
            $"/api/drafts/{id}",
            (string)draft["version"]!,
            Encoding.UTF8.GetBytes(item.ToJsonString()),
            "application/json");
        var before = (string)(await JsonAsync(emptied))["version"]!;
        using (var missing = await staff.PostAsync($"/api/drafts/{id}/send", before))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        }

        item["issuer"] = "Ban (mẫu)";
        using var saved = await staff.SendAsync(
            HttpMethod.Put,
            $"/api/drafts/{id}",
            before,
            Encoding.UTF8.GetBytes(item.ToJsonString()),
            "application/json");
        var version = (string)(await JsonAsync(saved))["version"]!;
        Assert.Equal(version, saved.Headers.ETag!.ToString());
        using (var stale = await staff.SendAsync(HttpMethod.Delete, $"/api/drafts/{id}", (string)draft["version"]!, content: null))
        {
            Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        }

        using var sent = await staff.PostAsync($"/api/drafts/{id}/send", version);
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        Assert.NotNull((string?)(await FindAsync(staff, id))["handIn"]);

        var other = await DropAsync(staff, "bo-di.txt", "Bỏ đi");
        using var gone = await staff.SendAsync(HttpMethod.Delete, $"/api/drafts/{other["id"]}", (string)other["version"]!, content: null);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using var nothing = await staff.Http.GetAsync($"/api/drafts/{other["id"]}", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_read_says_what_to_do_and_communicators_have_no_drafts()
    {
        using var staff = site.Call("can-bo");
        using var refused = await staff.SendAsync(HttpMethod.Post, "/api/drafts?name=a.pdf", etag: null, "%PDF-1.7"u8.ToArray());
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "DocumentPdf"), (refused.StatusCode, (string)(await JsonAsync(refused))["code"]!));
        using var communicator = site.Call("bung-lao-1");
        using var forbidden = await communicator.Http.GetAsync("/api/drafts", Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using var list = await staff.Http.GetAsync("/api/drafts", Cancellation);
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
    }

    private static async Task<JsonNode> DropAsync(Caller staff, string name, string text)
    {
        using var dropped = await staff.SendAsync(HttpMethod.Post, $"/api/drafts?name={name}", etag: null, Encoding.UTF8.GetBytes(text));
        Assert.Equal(HttpStatusCode.OK, dropped.StatusCode);
        return Assert.Single((await JsonAsync(dropped))["drafts"]!.AsArray())!;
    }

    private static async Task<JsonNode> FindAsync(Caller staff, string id) =>
        (await staff.Http.GetFromJsonAsync<JsonNode>($"/api/drafts/{id}", Cancellation))!;

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;

    private static Task<HttpResponseMessage> SaveRowsAsync(Caller staff, string id, string version, JsonNode sheet) =>
        staff.SendAsync(
            HttpMethod.Put, $"/api/drafts/{id}/rows", version, Encoding.UTF8.GetBytes(sheet.ToJsonString()), "application/json");

    private Task<HandIn?> WakeAsync(string file) =>
        site.Get<ContentIntake>().TakeAsync(site.Store.Container(Containers.Content).GetBlobClient(file), Cancellation);
}
