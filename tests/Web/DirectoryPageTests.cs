using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Web;

/// <summary>A change of the directory on its page and in the API: seen first, then agreed to.</summary>
public sealed class DirectoryPageTests(MongSite site) : IClassFixture<MongSite>
{
    private const string Page = "/directory";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_shows_what_a_file_would_change_and_a_second_person_confirms_what_gives_powers()
    {
        using var staff = site.Visit("can-bo");
        using var approver = site.Visit("lanh-dao");
        var people = await PeopleAsync() + "moi,Người mới,approver,,\n";
        using (var sent = await staff.PostFileAsync("/hand-in", "/hand-in", "people.csv", people, ("folder", "directory")))
        {
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        await WakeAsync("people.csv");
        var (_, shown) = await staff.ReadAsync(Page);
        Assert.Contains("thêm 1 dòng, sửa 0 dòng và bỏ 0 dòng", shown, StringComparison.Ordinal);
        Assert.Contains("<ins>Người duyệt</ins>", shown, StringComparison.Ordinal);
        Assert.Contains("Đề nghị, chờ người thứ hai", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("/directory/confirm", (await approver.ReadAsync(Page)).Html, StringComparison.Ordinal);

        using var proposed = await staff.PostAsync(Page, "/directory/confirm");
        Assert.Equal($"{Page}?done=directory-proposed", proposed.Headers.Location!.OriginalString);
        using var stale = await approver.SendAsync("/directory/confirm", Form(await approver.ReadAsync(Page), shown));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Contains("Cán bộ tuyên giáo đã đề nghị", await stale.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var taken = await approver.PostAsync(Page, "/directory/confirm");
        Assert.Equal($"{Page}?done=directory-changed", taken.Headers.Location!.OriginalString);
        Assert.NotNull((await site.Get<DirectoryStore>().FreshAsync(Cancellation)).Find(new PersonId("moi")));
        Assert.Contains("Không có thay đổi nào đang đợi", (await staff.ReadAsync(Page)).Html, StringComparison.Ordinal);
        Assert.Contains("No change is waiting", (await staff.ReadAsync(Page + "?lang=en")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_shows_the_change_with_its_version_and_takes_it_or_not()
    {
        using var staff = site.Call("can-bo");
        using (var sent = await staff.SendAsync(
            HttpMethod.Put,
            "/api/directory/destinations.csv",
            etag: null,
            Encoding.UTF8.GetBytes(SampleFiles.Destinations.Replace("Loa truyền thanh", "Cụm loa", StringComparison.Ordinal))))
        {
            Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        }

        await WakeAsync("destinations.csv");
        using var shown = await staff.Http.GetAsync("/api/directory/proposal", Cancellation);
        var row = (await shown.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("rows")[0];
        Assert.Equal("changed destinations bung-lao.loa", $"{row.GetProperty("kind")} {row.GetProperty("table")} {row.GetProperty("id")}");
        var etag = shown.Headers.ETag!.ToString();

        using var unnamed = await ConfirmAsync(staff, etag: null);
        Assert.Equal(HttpStatusCode.PreconditionRequired, unnamed.StatusCode);
        using var other = await ConfirmAsync(staff, "\"khac\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, other.StatusCode);
        using var communicator = site.Call("bung-lao-1");
        using var forbidden = await ConfirmAsync(communicator, etag);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using var taken = await ConfirmAsync(staff, etag);
        Assert.True((await taken.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("isTaken").GetBoolean());
        using var nothing = await staff.PostAsync("/api/directory/proposal/decline", etag);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task What_nobody_agrees_to_is_declined_on_the_page()
    {
        using var staff = site.Visit("can-bo");
        await File("people.csv").UploadAsync(BinaryData.FromString(await PeopleAsync() + "la,Người lạ,staff,,\n"), overwrite: true, Cancellation);
        await WakeAsync("people.csv");

        using var declined = await staff.PostAsync(Page, "/directory/decline");
        Assert.Equal($"{Page}?done=directory-declined", declined.Headers.Location!.OriginalString);
        Assert.DoesNotContain("Người lạ", await PeopleAsync(), StringComparison.Ordinal);
        using var again = await staff.PostAsync(Page, "/directory/decline", ("etag", "\"cu\""));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    private static Task<HttpResponseMessage> ConfirmAsync(Caller caller, string? etag) =>
        caller.SendAsync(HttpMethod.Post, "/api/directory/proposal/confirm", etag, "{}"u8.ToArray(), "application/json");

    /// <summary>The form as it stood on a page that was read before, sent with the token of now.</summary>
    private static List<KeyValuePair<string, string>> Form((HttpStatusCode Status, string Html) now, string before) =>
        [new("__RequestVerificationToken", Value(now.Html, "__RequestVerificationToken")), new("etag", Value(before, "etag"))];

    private static string Value(string html, string name)
    {
        var from = html.IndexOf($"name=\"{name}\" value=\"", StringComparison.Ordinal) + name.Length + 15;
        return WebUtility.HtmlDecode(html[from..html.IndexOf('"', from)]);
    }

    private async Task WakeAsync(string file) => await site.Get<DirectoryImport>().TakeAsync(File(file), Cancellation);

    private async Task<string> PeopleAsync() =>
        (await File("people.csv").DownloadContentAsync(Cancellation)).Value.Content.ToString();

    private BlobClient File(string name) => site.Store.Container(Containers.Directory).GetBlobClient(name);
}
