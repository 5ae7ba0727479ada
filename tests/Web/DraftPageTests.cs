using System.Net;
using Azure;
using Dissemination.Intake.Drafts;
using Dissemination.Storage;

namespace Dissemination.Tests.Web;

/// <summary>The pages where drafts are made and corrected, where a button is pressed twice and where two people write at once.</summary>
public sealed class DraftPageTests(Site site) : IClassFixture<Site>
{
    private const string Sheet = "Nội dung;Đơn vị;Xã\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_dropped_twice_from_one_page_is_one_draft()
    {
        using var staff = site.Visit(Site.Staff);
        var begun = Between((await staff.ReadAsync("/drafts")).Html, "name=\"begun\" value=\"");
        site.Time.Advance(TimeSpan.FromSeconds(2));

        var first = await DropAsync(staff, "hai-lan.md", "# Bấm hai lần\n\nBà con cùng bàn.", begun);
        Assert.Equal(first, await DropAsync(staff, "hai-lan.md", "# Bấm hai lần\n\nBà con cùng bàn.", begun));
        Assert.NotEqual(first, await DropAsync(staff, "hai-lan.md", "# Bấm hai lần\n\nBà con cùng bàn.", begun: null));
    }

    [Fact]
    public async Task What_is_sent_twice_from_one_page_is_handed_in_once()
    {
        using var staff = site.Visit(Site.Staff);
        var draft = await DropAsync(staff, "gui-hai-lan.md", "# Gửi hai lần\n\nBà con cùng bàn.");
        (string, string)[] form =
        [
            ("etag", await VersionAsync(draft)), ("id", "gui-hai-lan"), ("kind", "article"), ("title", "Gửi hai lần"),
            ("body", "Bà con cùng bàn."), ("issuer", "Ban Tuyên giáo (mẫu)"), ("communes", "bung-lao"), ("overflow", "shorten"),
            ("untranslated", "wait"), ("airing", "ordinary"),
        ];

        using var kept = await staff.PostAsync(draft, $"{draft}/autosave", form);
        using var again = await staff.PostAsync(draft, $"{draft}/autosave", form);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (kept.StatusCode, again.StatusCode));
        form[0].Item2 = await VersionAsync(draft);
        using var sent = await staff.PostAsync(draft, $"{draft}/send", form);
        using var twice = await staff.PostAsync(draft, $"{draft}/send", form);

        Assert.StartsWith("/hand-in/", sent.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(sent.Headers.Location, twice.Headers.Location);
    }

    [Fact]
    public async Task What_few_change_is_folded_until_something_is_wrong_with_it_and_so_are_notes_until_there_is_one()
    {
        using var staff = site.Visit(Site.Staff);
        var draft = await DropAsync(staff, "gap-lai.md", "# Gập lại\n\nBà con cùng bàn.");
        var (_, html) = await staff.ReadAsync(draft);
        using var saved = await staff.PostAsync(
            draft, draft, ("etag", await VersionAsync(draft)), ("title", "Gập lại"), ("body", "Bà con cùng bàn."), ("expiresAt", "hôm nọ"));
        var (_, wrong) = await staff.ReadAsync(draft);
        using var noted = await staff.PostAsync(draft, $"{draft}/notes", ("note", "Hỏi lại ngày"));

        Assert.DoesNotContain(" open", Visitor.FoldOf(html, "id=\"expiresAt\""), StringComparison.Ordinal);
        Assert.Contains(" open", Visitor.FoldOf(wrong, "id=\"expiresAt\""), StringComparison.Ordinal);
        Assert.DoesNotContain(" open", Visitor.FoldOf(html, "id=\"note\""), StringComparison.Ordinal);
        Assert.Contains(" open", Visitor.FoldOf((await staff.ReadAsync(draft)).Html, "id=\"note\""), StringComparison.Ordinal);
        Assert.True(
            html.IndexOf("id=\"publishAt\"", StringComparison.Ordinal) < html.IndexOf("id=\"expiresAt\"", StringComparison.Ordinal), html);
    }

    [Fact]
    public async Task Rows_that_are_handed_in_twice_from_one_page_are_one_file()
    {
        using var staff = site.Visit(Site.Staff);
        var draft = await DropAsync(
            staff, "dong-hai-lan.csv", Sheet + "Mỗi bản một vườn ươm;Ban (mẫu);Búng Lao\nMỗi nhà một vườn rau;Ban (mẫu);Búng Lao\n");
        (string, string)[] form = [("etag", await VersionAsync(draft)), .. Rows("Mỗi bản một vườn ươm", "Mỗi nhà một vườn rau")];

        using var taken = await staff.PostAsync(draft, $"{draft}/rows/take", form);
        using var twice = await staff.PostAsync(draft, $"{draft}/rows/take", form);

        Assert.StartsWith("/hand-in/", taken.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(taken.Headers.Location, twice.Headers.Location);
        Assert.Equal(1, (await FindAsync(draft)).Sheet!.Taken);
    }

    [Fact]
    public async Task What_was_thrown_away_by_the_first_click_is_thrown_away_for_the_second()
    {
        using var staff = site.Visit(Site.Staff);
        var draft = await DropAsync(staff, "bo-hai-lan.md", "# Bỏ hai lần\n\nBà con cùng bàn.");
        var version = ("etag", await VersionAsync(draft));

        using var gone = await staff.PostAsync("/drafts", $"{draft}/discard", version);
        using var twice = await staff.PostAsync("/drafts", $"{draft}/discard", version);

        Assert.Equal("/drafts?done=draft-discarded", gone.Headers.Location?.OriginalString);
        Assert.Equal(gone.Headers.Location, twice.Headers.Location);
    }

    [Fact]
    public async Task Rows_save_themselves_without_those_going_that_are_ticked_and_over_nobodys_words()
    {
        using var staff = site.Visit(Site.Staff);
        using var other = site.Visit(Site.Approver);
        var draft = await DropAsync(
            staff, "tu-luu.csv", Sheet + "Giữ nước đầu nguồn;Ban (mẫu);Búng Lao\nDọn đường ra nương;Ban (mẫu);Búng Lao\n");
        var old = await VersionAsync(draft);

        (string, string)[] form = [("etag", old), ("remove.1", "true"), .. Rows("Giữ sạch nước đầu nguồn", "Dọn đường ra nương")];
        using var kept = await staff.PostAsync(draft, $"{draft}/rows/autosave", form);
        using var lost = await staff.PostAsync(draft, $"{draft}/rows/autosave", form);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (kept.StatusCode, lost.StatusCode));
        var version = (await lost.Content.ReadAsStringAsync(Cancellation)).Split('\n')[1];
        Assert.Equal(new ETag(await VersionAsync(draft)), new ETag(version));
        Assert.Equal(["Giữ sạch nước đầu nguồn", "Dọn đường ra nương"], (await FindAsync(draft)).Sheet!.Rows.Select(row => row[0]));

        form = [("etag", old), ("remove.1", "true"), .. Rows("Viết sau", "Dọn đường ra nương")];
        using var late = await other.PostAsync(draft, $"{draft}/rows/autosave", form);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        using var asked = await other.PostAsync(draft, $"{draft}/rows", form);
        var html = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("Viết sau", html, StringComparison.Ordinal);
        Assert.Contains("Bản đang lưu: <span class=\"lines\">Giữ sạch nước đầu nguồn</span>", html, StringComparison.Ordinal);
        Assert.Contains("name=\"remove.1\" value=\"true\" checked", html, StringComparison.Ordinal);

        using var saved = await other.PostAsync(draft, $"{draft}/rows", [("etag", version), .. form[1..]]);
        Assert.Equal($"{draft}?done=draft-saved", saved.Headers.Location?.OriginalString);
        var stored = await FindAsync(draft);
        Assert.Equal("Viết sau", Assert.Single(stored.Sheet!.Rows)[0]);
        Assert.Equal([Site.Approver, Site.Staff], stored.Changes.Select(change => change.By.Value));
    }

    [Fact]
    public async Task Each_row_is_told_what_says_nearly_the_same_above_it_and_among_the_items()
    {
        const string Words = "Mỗi gia đình chăm sóc tốt rừng phòng hộ đầu nguồn của bản mình";
        await site.HandInAsync("items/giong-nhau.csv", $"id,kind,text,issuer\ngiong-nhau,slogan,{Words},Ban (mẫu)\n", Site.Staff);
        using var staff = site.Visit(Site.Staff);
        var draft = await DropAsync(
            staff,
            "giong.csv",
            Sheet + $"{Words} nhé;Ban (mẫu);Búng Lao\nTrẻ em đến lớp đủ ba buổi mỗi tuần;Ban (mẫu);Búng Lao\n"
            + "Trẻ em đến lớp đủ ba buổi mỗi tuần nhé;Ban (mẫu);Búng Lao\n");

        var html = (await staff.ReadAsync(draft)).Html;

        Assert.Contains("<a href=\"/items/giong-nhau\">", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#row-2\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a href=\"#row-1\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colleagues_leave_notes_with_a_sheet()
    {
        using var staff = site.Visit(Site.Staff);
        var draft = await DropAsync(staff, "loi-nhan.csv", Sheet + "Giữ lửa ấm nhà sàn;Ban (mẫu);Búng Lao\n");

        using var noted = await staff.PostAsync(draft, $"{draft}/notes", ("note", "Hỏi lại dòng 1"));

        Assert.Equal($"{draft}?done=note-added", noted.Headers.Location?.OriginalString);
        Assert.Contains("Hỏi lại dòng 1", WebUtility.HtmlDecode((await staff.ReadAsync(draft)).Html), StringComparison.Ordinal);
    }

    private static (string, string)[] Rows(params string[] words) =>
    [
        ("rows", $"{words.Length}"),
        .. words.SelectMany((text, row) => ((string, string)[])
            [($"cell.{row}.0", text), ($"cell.{row}.1", "Ban (mẫu)"), ($"cell.{row}.2", "Búng Lao")]),
    ];

    /// <returns>The address of the draft.</returns>
    private static async Task<string> DropAsync(Visitor staff, string file, string text, string? begun = null)
    {
        using var dropped = await staff.PostFilesAsync("/drafts", file, text, begun is null ? [] : [("begun", begun)]);
        var address = dropped.Headers.Location?.OriginalString;
        Assert.StartsWith("/drafts/", address, StringComparison.Ordinal);
        return address!;
    }

    private async Task<Draft> FindAsync(string address) => (await RowAsync(address)).Value;

    private async Task<string> VersionAsync(string address) => (await RowAsync(address)).ETag.ToString();

    private async Task<Row<Draft>> RowAsync(string address) =>
        (await site.Get<DraftStore>().FindAsync(DraftId.Parse(address["/drafts/".Length..], null), Cancellation))!;

    private static string Between(string html, string before) => html.Split(before)[1].Split('"')[0];
}
