using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Web;

/// <summary>An approval is an act of the person who gives it, by the pages and by the API.</summary>
public sealed class ApprovalTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_staff_hand_in_waits_in_the_approvers_list_and_many_are_approved_with_one_act()
    {
        string[] items = ["cung-duyet-mot", "cung-duyet-hai"];
        foreach (var item in items)
        {
            await HandInAsync(item, Site.Staff, Article(item));
        }

        using var approver = site.Visit(Site.Approver);
        var (status, list) = await approver.ReadAsync("/approvals");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(items, item => Assert.Contains($"value=\"{item}~1\"", list, StringComparison.Ordinal));
        Assert.Contains("Tệp ghi: văn bản MẪU-01 (mẫu)", list, StringComparison.Ordinal);

        using var nothing = await approver.PostAsync("/approvals", "/approvals");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var undated = await approver.PostAsync("/approvals", "/approvals", ("id", $"{items[0]}~1"), ("date", "hôm qua"));
        var again = await undated.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains($"value=\"{items[0]}~1\" checked", again, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{items[1]}~1\" checked", again, StringComparison.Ordinal);
        using var approved = await approver.PostAsync("/approvals", "/approvals", [.. items.Select(item => ("id", $"{item}~1"))]);
        Assert.Equal("/approvals?count=2&done=approved", approved.Headers.Location?.OriginalString);
        Assert.Contains(
            "Đã duyệt 2 tin bài.", (await approver.ReadAsync(approved.Headers.Location!.OriginalString)).Html, StringComparison.Ordinal);
        foreach (var item in items)
        {
            Assert.Equal(new Approval(new PersonId(Site.Approver), "MẪU-01 (mẫu)", new(2026, 11, 1)), (await ItemAsync(item)).Approval);
        }

        // A second click, or an answer that was lost: it is done. Under another document it is not.
        using var twice = await approver.PostAsync("/approvals", "/approvals", ("id", $"{items[0]}~1"));
        Assert.Equal("/approvals?done=approved", twice.Headers.Location?.OriginalString);
        using var other = await approver.PostAsync("/approvals", "/approvals", ("id", $"{items[0]}~1"), ("document", "MẪU-99"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [Fact]
    public async Task What_approving_most_items_sets_off_is_said_once_above_them()
    {
        foreach (var item in (string[])["giong-nhau-mot", "giong-nhau-hai"])
        {
            await HandInAsync(item, Site.Staff, SampleFiles.Article(item, approved: false));
        }

        using var approver = site.Visit(Site.Approver);
        var (_, list) = await approver.ReadAsync("/approvals");
        const string Own = "<span class=\"soft block lines\">";
        var common = Inside(list, "<p class=\"soft lines\">");
        var items = list.Split("<li>").Where(item => item.Contains("name=\"id\"", StringComparison.Ordinal)).ToList();

        Assert.Contains(Texts.ApprovalsCommon, list, StringComparison.Ordinal);
        Assert.Contains("đăng khi bản dịch được duyệt", common, StringComparison.Ordinal);
        Assert.Contains(items, item => !item.Contains(Own, StringComparison.Ordinal));
        Assert.All(
            items.Where(item => item.Contains(Own, StringComparison.Ordinal)), item => Assert.NotEqual(common, Inside(item, Own)));
        Assert.All(items, item => Assert.Contains("<span class=\"block\"><strong>", item, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_approved_is_called_by_its_title_and_what_is_missing_by_its_label()
    {
        await HandInAsync("chua-co-van-ban", Site.Staff, SampleFiles.Article("Chưa có văn bản", approved: false));
        using var approver = site.Visit(Site.Approver);

        using var missing = await approver.PostAsync("/approvals", "/approvals", ("id", "chua-co-van-ban~1"), ("document", " "));
        using var alone = await approver.PostAsync("/items/chua-co-van-ban", "/items/chua-co-van-ban/approve", ("document", " "));

        Assert.Contains(
            "<li>Chưa có văn bản: Thiếu «Số văn bản phê duyệt».",
            await missing.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal);
        Assert.Contains("Thiếu «Số văn bản phê duyệt».", await alone.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_approver_hands_in_with_its_document_is_approved_by_whoever_handed_it_in()
    {
        await HandInAsync("tu-nguoi-duyet", Site.Approver, Article("Từ người duyệt"));
        Assert.Equal(new PersonId(Site.Approver), (await ItemAsync("tu-nguoi-duyet")).Approval?.By);
    }

    [Fact]
    public async Task An_approver_who_hands_a_text_in_without_a_document_leaves_it_to_another()
    {
        await HandInAsync("cua-minh", Site.Approver, SampleFiles.Article("Của mình", approved: false));
        using var approver = site.Visit(Site.Approver);
        Assert.Contains("người duyệt khác", (await approver.ReadAsync("/items/cua-minh")).Html, StringComparison.Ordinal);
        using var answer = await ApiAsync(Site.Approver, "/api/approvals", new { items = (string[])["cua-minh~1"], document = "MẪU-09" });
        var outcome = (await answer.Content.ReadFromJsonAsync<JsonArray>(Cancellation))![0]!;
        Assert.Equal((false, "ApprovedByAuthor"), ((bool)outcome["done"]!, (string?)outcome["problem"]!["code"]));
    }

    [Fact]
    public async Task A_name_written_beside_a_dropped_file_approves_nothing()
    {
        var blob = site.Store.Container(Containers.Content).GetBlobClient("items/mao-danh.md");
        await blob.UploadAsync(
            BinaryData.FromString(Article("Mạo danh")),
            new Azure.Storage.Blobs.Models.BlobUploadOptions
            {
                Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["person"] = Site.Approver, ["handedin"] = Site.Approver },
            },
            Cancellation);

        var handIn = await site.Get<ContentIntake>().TakeAsync(blob, Cancellation);

        var item = await ItemAsync("mao-danh");
        Assert.Equal((null, null, ItemState.WaitingForApproval), (handIn!.By, item.Approval, item.State));
        Assert.Equal("MẪU-01 (mẫu)", item.Claim?.Document);
    }

    [Fact]
    public async Task An_old_file_laid_back_with_its_old_seal_approves_nothing()
    {
        await HandInAsync("bai-cu", Site.Approver, Article("Lời cũ"));
        var blob = site.Store.Container(Containers.Content).GetBlobClient("items/bai-cu.md");
        var old = (await blob.DownloadContentAsync(Cancellation)).Value;
        await HandInAsync("bai-cu", Site.Approver, Article("Lời mới"));
        Assert.NotNull((await ItemAsync("bai-cu")).Approval);
        site.Time.Advance(TimeSpan.FromHours(1));

        await blob.UploadAsync(
            old.Content, new Azure.Storage.Blobs.Models.BlobUploadOptions { Metadata = old.Details.Metadata }, Cancellation);
        var handIn = await site.Get<ContentIntake>().TakeAsync(blob, Cancellation);

        var item = await ItemAsync("bai-cu");
        Assert.Equal((Site.Approver, 3, null, ItemState.WaitingForApproval), (handIn!.By, item.Revision, item.Approval, item.State));
    }

    [Fact]
    public async Task What_is_dropped_where_the_document_system_alone_may_write_is_approved_and_says_so()
    {
        var blob = site.Store.Container(Containers.Approved).GetBlobClient("items/tu-he-thong.md");
        await blob.UploadAsync(BinaryData.FromString(Article("Từ hệ thống")), overwrite: true, Cancellation);
        await site.Get<ContentIntake>().TakeAsync(blob, Cancellation);
        Assert.Equal("container:approved", (await ItemAsync("tu-he-thong")).Approval?.Who);
        using var staff = site.Visit(Site.Staff);
        Assert.Contains("Hệ thống văn bản của cơ quan", (await staff.ReadAsync("/items/tu-he-thong")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_directory_is_handed_in_by_staff_alone()
    {
        using var approver = site.Visit(Site.Approver);
        using var refused = await approver.PostFilesAsync("/hand-in", "people.csv", "id,name\n", ("folder", "directory"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_file_of_the_directory_that_was_refused_for_its_font_is_handed_in_again_by_staff_alone()
    {
        var refused = await RefusedInDirectoryAsync("phong-cu.csv", "id,name\nxa,X· Bóng Lao\n");
        var blob = site.Store.Container(Containers.Directory).GetBlobClient(refused.File);
        var (page, act) = ($"/hand-in/{refused.Id}", $"/hand-in/{refused.Id}/unicode");
        using var approver = site.Visit(Site.Approver);
        using var staff = site.Visit(Site.Staff);

        Assert.DoesNotContain(act, (await approver.ReadAsync(page)).Html, StringComparison.Ordinal);
        using var forbidden = await approver.PostAsync("/hand-in", act);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.False((await blob.ExistsAsync(Cancellation)).Value);

        using var taken = await staff.PostAsync(page, act);
        Assert.StartsWith("/hand-in/", taken.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.True((await blob.ExistsAsync(Cancellation)).Value);
    }

    private static string Inside(string html, string mark) => html.Split(mark)[1].Split("</")[0];

    private static string Article(string title) =>
        SampleFiles.Article(title).Replace("by: lanh-dao,", "by: lanh-dao-ban,", StringComparison.Ordinal);

    /// <summary>Hands a file in by the API and wakes the intake as the trigger does.</summary>
    private async Task HandInAsync(string item, string person, string text)
    {
        using HttpClient http = new() { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Add("X-Acting-Person", person);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        using var put = await http.PutAsync($"/api/content/items/{item}.md", content, Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, put.StatusCode);
        var taken = await site.Get<ContentIntake>().TakeAsync(
            site.Store.Container(Containers.Content).GetBlobClient($"items/{item}.md"), Cancellation);
        Assert.Equal((HandInState.Accepted, person), (taken!.State, taken.By));
    }

    /// <summary>As one that was refused before; none of the directory's own files is touched.</summary>
    private async Task<HandIn> RefusedInDirectoryAsync(string file, string text)
    {
        var at = site.Time.GetUtcNow();
        HandIn refused = new()
        {
            Id = HandInId.Of(Containers.Directory, file, at, "\"old-font\""),
            Container = Containers.Directory,
            File = file,
            At = at,
            State = HandInState.Rejected,
            By = Site.Staff,
            Problems = [new(nameof(ProblemTexts.LegacyVietnamese), new(file, 2), "X· Bóng Lao", "TCVN3", "Xã Búng Lao")],
            ProblemCount = 1,
        };
        await using var original = BinaryData.FromString(text).ToStream();
        await site.Get<RejectionStore>().KeepAsync(refused, original, Cancellation);
        await site.Get<HandInStore>().SaveAsync(refused, Cancellation);
        return refused;
    }

    private async Task<HttpResponseMessage> ApiAsync(string person, string path, object body)
    {
        using HttpClient http = new() { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Add("X-Acting-Person", person);
        return await http.PostAsJsonAsync(path, body, Cancellation);
    }

    private async Task<Item> ItemAsync(string id) => (await site.Get<ItemReader>().FindAsync(new(id), Cancellation))!.Value;
}
