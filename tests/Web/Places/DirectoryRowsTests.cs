using System.Net;
using Azure.Storage.Blobs;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Intake;
using Dissemination.Storage;

namespace Dissemination.Tests.Web.Places;

/// <summary>Rows of the directory as forms change them: the duties of an import, seen before they are done, each with its record.</summary>
public sealed class DirectoryRowsTests(PlacesSite site) : IClassFixture<PlacesSite>
{
    private const string Destinations = "/directory/destinations";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_place_is_taken_at_once_and_its_page_says_who_added_it()
    {
        using var staff = site.Visit("can-bo");
        using var added = await AddAsync(staff, Destinations, Place("na-bung", "bang-tin", "notice-board", "Bảng tin xã Nà Bủng"));

        Assert.Equal($"{Destinations}/na-bung.bang-tin?done=directory-row-saved", added.Headers.Location!.OriginalString);
        Assert.NotNull((await FreshAsync()).Find(DestinationId.Parse("na-bung.bang-tin", null)));
        var (_, page) = await staff.ReadAsync($"{Destinations}/na-bung.bang-tin");
        Assert.Contains("Bảng tin xã Nà Bủng", page, StringComparison.Ordinal);
        Assert.Contains("Cán bộ tuyên giáo", page, StringComparison.Ordinal);
        Assert.Null(await site.Get<DirectoryProposals>().FindAsync(Cancellation));
    }

    [Theory]
    [InlineData(
        "/directory/destinations",
        "field-address-wrong",
        "commune=na-bung;id=kenh-moi;channel=telegram;name=Kênh;credential=telegram_tinh")]
    [InlineData(
        "/directory/destinations",
        "field-credential-wrong",
        "commune=na-bung;id=kenh-moi;channel=telegram;name=Kênh;address=-9;credential=Mã bí mật")]
    [InlineData("/directory/destinations", "field-id-wrong", "commune=na-bung;id=telegram;channel=website;name=Trang tin")]
    [InlineData("/directory/people", "field-roles-wrong", "id=ai-do;name=Ai đó")]
    [InlineData("/directory/people", "field-email-wrong", "id=ai-do;name=Ai đó;roles=leader;email=khong phai")]
    [InlineData("/directory/communes", "field-name-wrong", "id=xa-moi;kind=commune;release=confirm")]
    [InlineData(
        "/directory/communes", "field-tileColumn-wrong", "id=xa-moi;name=Xã mới;kind=commune;release=confirm;tileColumn=x;tileRow=1")]
    public async Task What_is_wrong_stands_beside_its_field_with_what_was_typed(string table, string problem, string typed)
    {
        using var staff = site.Visit("can-bo");
        (string Name, string Value)[] fields =
            [.. typed.Split(';').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]))];
        using var refused = await AddAsync(staff, table, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var html = await HtmlAsync(refused);
        Assert.Contains($"id=\"{problem}\"", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{fields.First(field => field.Name == "id").Value}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(".csv", html.Replace("communes.csv", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_shown_before_and_after_and_made_once_it_was_seen()
    {
        using var staff = site.Visit("can-bo");
        const string Address = $"{Destinations}/bung-lao.loa";
        var (_, list) = await staff.ReadAsync(Destinations);
        Assert.Contains("Kênh Telegram xã Búng Lao", list, StringComparison.Ordinal);
        Assert.DoesNotContain("-1001", list, StringComparison.Ordinal);
        var seen = await SeenAsync(staff, Address);
        (string, string)[] wanted =
        [
            ("channel", "loudspeaker"), ("name", "Cụm loa xã Búng Lao"), ("address", ""), ("credential", ""), ("languages", "vi"),
            ("languages", "blt-Tavt"), ("seen", seen),
        ];
        using var shown = await staff.PostAsync(Address, Address, wanted);

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var html = await HtmlAsync(shown);
        Assert.Contains("<del>Loa truyền thanh xã Búng Lao</del>", html, StringComparison.Ordinal);
        Assert.Contains("<ins>Cụm loa xã Búng Lao</ins>", html, StringComparison.Ordinal);
        Assert.Contains("Cụm loa xã Búng Lao <span class=\"soft\">Xã Búng Lao</span></h4>", html, StringComparison.Ordinal);
        Assert.Equal("Loa truyền thanh xã Búng Lao", (await FreshAsync()).Find(DestinationId.Parse("bung-lao.loa", null))!.Name);

        using var taken = await staff.PostAsync(Address, Address, [.. wanted, ("confirm", "1")]);
        Assert.Equal($"{Address}?done=directory-row-saved", taken.Headers.Location!.OriginalString);
        var now = (await FreshAsync()).Find(DestinationId.Parse("bung-lao.loa", null))!;
        Assert.Equal(("Cụm loa xã Búng Lao", 2), (now.Name, now.Languages.Length));
        Assert.Contains("<del>Loa truyền thanh xã Búng Lao</del>", (await staff.ReadAsync(Address)).Html, StringComparison.Ordinal);

        // A form that was made before that says nothing of what stands now.
        using var stale = await staff.PostAsync(Address, Address, wanted);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Contains("Cụm loa xã Búng Lao", await HtmlAsync(stale), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_gives_powers_waits_for_a_second_person_and_holds_up_nothing_else()
    {
        using var staff = site.Visit("can-bo");
        using var approver = site.Visit("lanh-dao");
        (string, string)[] person = [("id", "can-bo-moi"), ("name", "Cán bộ mới"), ("roles", "approver"), ("roles", "leader")];
        using (var shown = await AddAsync(staff, "/directory/people", person))
        {
            Assert.Contains("cần hai người đồng ý", await HtmlAsync(shown), StringComparison.Ordinal);
        }

        using var asked = await AddAsync(staff, "/directory/people", [.. person, ("confirm", "1")]);
        Assert.Equal("/directory?done=directory-row-waits", asked.Headers.Location!.OriginalString);
        var waiting = (await site.Get<DirectoryProposals>().FindAsync(Cancellation))!;
        Assert.Equal(("can-bo", 1), (waiting.Note!.ProposedBy.Value, waiting.Difference.Rows.Length));
        Assert.Null((await FreshAsync()).Find(new PersonId("can-bo-moi")));

        using var beside = await AddAsync(staff, Destinations, Place("sin-thau", "loa", "loudspeaker", "Loa xã Sín Thầu"));
        Assert.Equal(HttpStatusCode.Redirect, beside.StatusCode);
        Assert.NotNull((await FreshAsync()).Find(DestinationId.Parse("sin-thau.loa", null)));
        var still = (await site.Get<DirectoryProposals>().FindAsync(Cancellation))!;
        Assert.Equal(("can-bo", "can-bo-moi"), (still.Note!.ProposedBy.Value, Assert.Single(still.Difference.Rows).Id));
        using var touched = await AddAsync(
            staff, "/directory/people", ("id", "can-bo-moi"), ("name", "Khác"), ("roles", "leader"), ("confirm", "1"));
        Assert.Equal(HttpStatusCode.Conflict, touched.StatusCode);

        using var second = await approver.PostAsync("/directory", "/directory/confirm");
        Assert.Equal("/directory?done=directory-changed", second.Headers.Location!.OriginalString);
        Assert.NotNull((await FreshAsync()).Find(new PersonId("can-bo-moi")));
        var (_, page) = await staff.ReadAsync("/directory/people/can-bo-moi");
        Assert.Contains("Lãnh đạo ban", page, StringComparison.Ordinal);
        Assert.Contains("<ins>Cán bộ tuyên giáo</ins>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_goes_once_what_it_leaves_behind_was_seen_and_some_never_go()
    {
        using var staff = site.Visit("can-bo");
        using (var added = await AddAsync(staff, Destinations, Place("bung-lao", "bang-tin", "notice-board", "Bảng tin")))
        {
            Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        }

        const string Address = $"{Destinations}/bung-lao.bang-tin";
        var seen = await SeenAsync(staff, Address);
        using (var shown = await staff.PostAsync(Address, $"{Address}/remove", ("seen", seen)))
        {
            Assert.Contains("<del>Bảng tin</del>", await HtmlAsync(shown), StringComparison.Ordinal);
        }

        using var gone = await staff.PostAsync(Address, $"{Address}/remove", ("seen", seen), ("confirm", "1"));
        Assert.Equal($"{Destinations}?done=directory-row-saved", gone.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.ReadAsync(Address)).Status);

        const string Commune = "/directory/communes/sin-thau";
        using var used = await staff.PostAsync(Commune, $"{Commune}/remove", ("seen", await SeenAsync(staff, Commune)));
        Assert.Contains("Chưa bỏ được Sín Thầu", await HtmlAsync(used), StringComparison.Ordinal);
        const string Last = "/directory/people/can-bo";
        using var last = await staff.PostAsync(Last, $"{Last}/remove", ("seen", await SeenAsync(staff, Last)), ("confirm", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, last.StatusCode);
        Assert.NotNull((await FreshAsync()).Find(new PersonId("can-bo")));
    }

    [Fact]
    public async Task Nobody_but_staff_changes_a_row_and_approvers_read()
    {
        using var approver = site.Visit("lanh-dao");
        var (status, html) = await approver.ReadAsync("/directory/people/bung-lao-1");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("name=\"roles\"", html, StringComparison.Ordinal);
        using var forbidden = await approver.PostAsync("/directory", $"{Destinations}/bung-lao.loa", ("id", "x"));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using var communicator = site.Visit("bung-lao-1");
        Assert.Equal(HttpStatusCode.Forbidden, (await communicator.ReadAsync(Destinations)).Status);
    }

    [Theory]
    [InlineData("/directory/destinations?q=kenh+telegram+xa+bung+lao", "Kênh Telegram xã Búng Lao", "Nà Bủng</a>")]
    [InlineData("/directory/destinations?commune=na-bung&kind=website", "Trang tin xã Nà Bủng", "Trang tin xã Búng Lao")]
    [InlineData("/directory/people?kind=approver", "Lãnh đạo ban", "Cán bộ văn hoá xã Búng Lao")]
    [InlineData("/directory/communes?q=sin", "Sín Thầu", "Nà Bủng</a>")]
    [InlineData("/directory/destinations?q=khong-co-dau-ca", "Không có dòng nào như vậy", "Trang tin xã Nà Bủng")]
    public async Task A_list_shows_what_is_sought(string address, string there, string notThere)
    {
        using var staff = site.Visit("can-bo");
        var (status, html) = await staff.ReadAsync(address);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(there, html, StringComparison.Ordinal);
        Assert.DoesNotContain(notThere, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_was_downloaded_changes_nothing_when_it_is_handed_in_again()
    {
        using var staff = site.Visit("can-bo");
        foreach (var table in Enum.GetValues<DirectoryTable>())
        {
            var file = DirectoryCsv.FileOf(table);
            using var download = await staff.GetAsync($"/directory/files/{file}");
            Assert.Equal(file, download.Content.Headers.ContentDisposition!.FileName);
            var bytes = await download.Content.ReadAsByteArrayAsync(Cancellation);
            await File(file).UploadAsync(new BinaryData(bytes), overwrite: true, Cancellation);
        }

        Assert.Contains(
            "'-1001",
            (await File("destinations.csv").DownloadContentAsync(Cancellation)).Value.Content.ToString(),
            StringComparison.Ordinal);
        Assert.Null(await site.Get<DirectoryProposals>().FindAsync(Cancellation));
        Assert.Contains("Kênh Telegram", (await staff.ReadAsync($"{Destinations}?lang=en")).Html, StringComparison.Ordinal);
    }

    private static (string, string)[] Place(string commune, string id, string channel, string name) =>
        [("commune", commune), ("id", id), ("channel", channel), ("name", name)];

    private static Task<HttpResponseMessage> AddAsync(Visitor staff, string table, params (string Name, string Value)[] fields)
    {
        var form = table.Replace("/directory/", "/directory/new/", StringComparison.Ordinal);
        return staff.PostAsync(form, form, fields);
    }

    /// <summary>The version of a row that its page names.</summary>
    internal static async Task<string> SeenAsync(Visitor staff, string address)
    {
        var (_, html) = await staff.ReadAsync(address);
        const string Before = "name=\"seen\" value=\"";
        var from = html.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return html[from..html.IndexOf('"', from)];
    }

    private static async Task<string> HtmlAsync(HttpResponseMessage response) =>
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancellation));

    private BlobClient File(string name) => site.Store.Container(Containers.Directory).GetBlobClient(name);

    private Task<DirectorySnapshot> FreshAsync() => site.Get<DirectoryStore>().FreshAsync(Cancellation);
}
