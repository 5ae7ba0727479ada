using System.Net;
using Dissemination.Content;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Reports;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Intake;

namespace Dissemination.Tests.Web;

/// <summary>An item on the pages: from its file to its approval, its public page, its report and its withdrawal.</summary>
public sealed class ItemOnPagesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_rejected_file_is_shown_with_every_line_and_its_kept_original()
    {
        using var visitor = site.Visit(Site.Staff);
        var (_, html) = await visitor.ReadAsync($"/hand-in/{site.Rejected.Id}");
        Assert.All(site.Rejected.Problems, problem => Assert.Contains($"dòng {problem.Place!.Line}", html, StringComparison.Ordinal));
        using var original = await visitor.GetAsync($"/hand-in/{site.Rejected.Id}/original");
        Assert.Equal("application/octet-stream", original.Content.Headers.ContentType!.MediaType);
        Assert.Contains(
            "HỎNG CÓ CHỦ Ý", await original.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_handed_in_is_told_in_a_few_lines_and_the_older_of_it_is_folded()
    {
        using var visitor = site.Visit(Site.Staff);
        var (_, html) = await visitor.ReadAsync("/hand-in");
        var folded = html.IndexOf("tệp cũ hơn", StringComparison.Ordinal);

        Assert.Equal(5, html[..folded].Split("<h3>").Length - 1);
        Assert.InRange(html[folded..].Split("<h3>").Length - 1, 2, 15);
        Assert.Contains("thả ở trang <a href=\"/drafts\">", html[..folded], StringComparison.Ordinal);
        Assert.DoesNotContain("/original", html, StringComparison.Ordinal);

        // A table of the directory holds no items, and nobody wonders about that.
        var tables = html.Split("<h3>").Where(file => file.Contains(">communes.csv</a>", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(tables);
        Assert.All(tables, table => Assert.Contains(Texts.HandInDirectory, table, StringComparison.Ordinal));
        Assert.All(tables, table => Assert.DoesNotContain(Texts.HandInNoItems, table, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_item_is_approved_once_and_a_second_click_changes_nothing()
    {
        await site.HandInAsync("items/cho-duyet.md", SampleFiles.Article("Bài chờ duyệt", approved: false), Site.Staff);
        using var visitor = site.Visit(Site.Approver);
        var page = "/items/cho-duyet";
        using (var empty = await visitor.PostAsync(page, page + "/approve", ("document", "")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        }

        using (var stale = await visitor.PostAsync(page, page + "/approve", ("document", "12-QĐ/TU"), ("etag", "W/\"old\"")))
        {
            Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
            Assert.Contains(
                "12-QĐ/TU", await stale.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        using var approved = await visitor.PostAsync(page, page + "/approve", ("document", "12-QĐ/TU"));
        Assert.Equal(page + "?done=approved", approved.Headers.Location!.OriginalString);
        using var again = await visitor.PostAsync(page, page + "/approve", ("document", "khác"));
        Assert.True((int)again.StatusCode is 412 or 422);
        var item = (await site.Get<ItemReader>().FindAsync(new("cho-duyet"), CancellationToken.None))!.Value;
        Assert.Equal("12-QĐ/TU", item.Approval!.Document);
    }

    [Fact]
    public async Task Who_approves_reads_the_words_and_acts_right_below_them_and_who_follows_finds_long_words_folded()
    {
        await site.HandInAsync("items/doc-roi-duyet.md", SampleFiles.Article("Đọc rồi duyệt", approved: false), Site.Staff);
        using var approver = site.Visit(Site.Approver);
        using var staff = site.Visit(Site.Staff);
        using var leader = site.Visit(Site.Leader);
        var (_, waiting) = await approver.ReadAsync("/items/doc-roi-duyet");
        var (_, followed) = await staff.ReadAsync($"/items/{Site.Published}");
        var (_, read) = await leader.ReadAsync($"/items/{Site.Published}");

        var act = waiting.IndexOf("id=\"approve\"", StringComparison.Ordinal);
        Assert.InRange(act, 1, waiting.IndexOf($"<h2>{Texts.Translations}</h2>", StringComparison.Ordinal));
        Assert.Contains(" open", Visitor.FoldOf(waiting, "<div class=\"text\">"), StringComparison.Ordinal);
        Assert.DoesNotContain(" open", Visitor.FoldOf(followed, "<div class=\"text\">"), StringComparison.Ordinal);
        Assert.Contains(" open", Visitor.FoldOf(read, "<div class=\"text\">"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_withdrawn_is_not_to_be_read_any_more()
    {
        await site.HandInAsync(
            "items/se-rut.md",
            SampleFiles.Article("Bài sẽ rút").Replace("by: lanh-dao,", "by: lanh-dao-ban,", StringComparison.Ordinal),
            Site.Staff);
        using var reader = site.Visit();
        Assert.Equal(HttpStatusCode.OK, (await reader.ReadAsync("/posts/se-rut/vi")).Status);
        using var staff = site.Visit(Site.Staff);
        using var withdrawn = await staff.PostAsync("/items/se-rut", "/items/se-rut/withdraw", ("reason", "sai số liệu"));
        Assert.Equal("/items/se-rut?done=withdrawn", withdrawn.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.ReadAsync("/posts/se-rut/vi")).Status);
        Assert.Contains("sai số liệu", (await staff.ReadAsync("/items/se-rut")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_still_leads_to_what_went_out_while_its_correction_waits_for_approval()
    {
        var first = SampleFiles.Article("Bài sẽ sửa").Replace("by: lanh-dao,", "by: lanh-dao-ban,", StringComparison.Ordinal);
        await site.HandInAsync("items/se-sua.md", first, Site.Staff);
        await site.PublishAsync();
        await site.HandInAsync(
            "items/se-sua.md", SampleFiles.Article("Bài sẽ sửa", "Chữ mới chưa duyệt.", approved: false), Site.Staff);
        using var reader = site.Visit();
        var (status, html) = await reader.ReadAsync("/posts/se-sua/vi");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("40.000 ha", html, StringComparison.Ordinal);
        Assert.DoesNotContain("chưa duyệt", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_behind_a_link_come_with_issuer_approval_sample_mark_and_language()
    {
        using var reader = site.Visit();
        var (_, html) = await reader.ReadAsync($"/posts/{Site.Published}/{Site.Thai}");
        Assert.Contains($"<h1 lang=\"{Site.Thai}\">", html, StringComparison.Ordinal);
        Assert.Contains("Ban Tuyên giáo và Dân vận Tỉnh ủy Điện Biên (mẫu)", html, StringComparison.Ordinal);
        Assert.Contains("MẪU-02/2026 (mẫu)", html, StringComparison.Ordinal);
        Assert.Contains("Bản mẫu, chưa có người nói tiếng này kiểm tra", html, StringComparison.Ordinal);
        Assert.Contains($"/posts/{Site.Published}/vi", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/posts/{Site.Published}/hmn-Latn-x-chv", html, StringComparison.Ordinal);
        Assert.Contains("/feeds/pictures/", (await reader.ReadAsync($"/posts/{Site.Illustrated}/vi")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Thai_hand_task_has_a_picture_card_with_words_for_those_who_cannot_see_it()
    {
        var task = (await site.Get<WaitingReader>().HandTasksAsync(CommuneId.Parse("bung-lao", null), null, CancellationToken.None))
            .Rows.First(
                row => row.Value.Delivery.Version.Item.Value == Site.Published
                    && row.Value.Delivery.Version.Language.Value == Site.Thai).Value.Delivery;
        using var visitor = site.Visit(Site.Communicator);

        var (_, html) = await visitor.ReadAsync($"/hand-tasks/{task}");
        var card = html.Split("<img src=\"")[1].Split('"')[0];
        using var picture = await visitor.GetAsync(card);
        using var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Add("X-Acting-Person", Site.Communicator);
        var answer = await http.GetStringAsync($"/api/hand-tasks/{task}", TestContext.Current.CancellationToken);

        Assert.StartsWith("/feeds/pictures/card-", card, StringComparison.Ordinal);
        Assert.Contains("alt=\"Đến năm 2030 có 40.000 ha mắc ca", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Contains(card, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stored_report_leads_to_its_table()
    {
        using var leader = site.Visit(Site.Leader);
        Assert.Contains($"/reports/{Site.Published}", (await leader.ReadAsync("/reports")).Html, StringComparison.Ordinal);
        Assert.Contains(
            $"href=\"{Site.Published}.csv\"", (await leader.ReadAsync($"/reports/{Site.Published}")).Html, StringComparison.Ordinal);
        Assert.Contains("bằng tiếng", (await leader.ReadAsync("/")).Html, StringComparison.Ordinal);
        var (status, html) = await leader.ReadAsync($"/reports/{Site.Unapproved}");
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NotFound);
        Assert.Contains("</html>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_of_an_item_comes_in_the_readers_language_with_the_ways_back_and_to_the_other_one()
    {
        using var leader = site.Visit(Site.Leader);
        await site.Store.Container(Dissemination.Storage.Containers.Reports)
            .GetBlobClient(ReportWriter.NameOf(new(Site.Illustrated), "html", "en"))
            .DeleteIfExistsAsync(cancellationToken: TestContext.Current.CancellationToken);

        var (_, vietnamese) = await leader.ReadAsync($"/reports/{Site.Published}");
        var (_, english) = await leader.ReadAsync($"/reports/{Site.Published}?lang=en");
        var (_, table) = await leader.ReadAsync($"/reports/{Site.Published}.csv");
        var (_, before) = await leader.ReadAsync($"/reports/{Site.Illustrated}");

        Assert.Contains("<html lang=\"vi\">", vietnamese, StringComparison.Ordinal);
        Assert.Contains($"href=\"/items/{Site.Published}\"", vietnamese, StringComparison.Ordinal);
        Assert.Contains($"href=\"/reports/{Site.Published}?lang=en\"", vietnamese, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("Reach report", english, StringComparison.Ordinal);
        Assert.DoesNotContain("Xã, phường", english, StringComparison.Ordinal);
        Assert.Contains("not measured", table, StringComparison.Ordinal);

        // What was written before there were two languages is read in the one that there is.
        Assert.Contains("<html lang=\"vi\">", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_an_old_font_shows_what_it_means_and_is_handed_in_again_in_Unicode_when_a_person_asks()
    {
        const string Path = "items/phong-cu.md";
        var file = SampleFiles.Article("Giao th«ng ®i tr\u00ADíc mét b\u00ADíc", body: "Bµ con gi÷ rõng.\nBé và mẹ cùng đi.");
        var refused = await site.Get<ContentIntake>()
            .TakeAsync(Path, System.Text.Encoding.UTF8.GetBytes(file), ("\"phong-cu\"", site.Time.GetUtcNow()), Site.Staff);
        using var staff = site.Visit(Site.Staff);
        Assert.Contains("thông đi trước một bước", (await staff.ReadAsync($"/hand-in/{refused.Id}")).Html, StringComparison.Ordinal);

        using var asked = await staff.PostAsync($"/hand-in/{refused.Id}", $"/hand-in/{refused.Id}/unicode");

        Assert.StartsWith("/hand-in/", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var blob = await site.Store.Container(Dissemination.Storage.Containers.Content).GetBlobClient(Path)
            .DownloadContentAsync(CancellationToken.None);
        var text = blob.Value.Content.ToString();
        Assert.Contains("title: Giao thông đi trước một bước\n", text, StringComparison.Ordinal);
        Assert.Contains("Bà con giữ rừng.\nBé và mẹ cùng đi.", text, StringComparison.Ordinal);
    }
}
