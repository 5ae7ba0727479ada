using System.Net;
using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Intake;
using Dissemination.Translation;

namespace Dissemination.Tests.Web;

/// <summary>How people translate, review and assign on the pages.</summary>
public sealed class TranslationPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Who_drafts_does_not_approve_and_reads_why()
    {
        var version = $"{Site.Troubled}.1.{Site.Thai}";
        var page = $"/translations/{version}";
        var text = SuppliedTranslationReader.Read(
            "giam-ngheo-tung-nam.blt-Tavt.md",
            await File.ReadAllBytesAsync(
                Path.Combine(RepositoryFiles.Root, "content/items/giam-ngheo-tung-nam.blt-Tavt.md"), CancellationToken.None)).Value!.Text;
        using var writer = site.Visit(Site.Communicator);
        using var unfinished = await writer.PostAsync(page, page + "/submit", ("title", "ꪼꪕ"), ("summary", ""), ("body", "ꪼꪕ 3% 2030"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unfinished.StatusCode);
        using var submitted = await writer.PostAsync(
            page, page + "/submit", ("title", "ꪼꪕ"), ("summary", text.Summary!), ("body", text.Body));
        Assert.Equal(page + "?done=submitted", submitted.Headers.Location!.OriginalString);
        var (_, own) = await writer.ReadAsync(page);
        Assert.Contains("không tự duyệt được", own, StringComparison.Ordinal);
        Assert.DoesNotContain(page + "/approve", own, StringComparison.Ordinal);

        using var reviewer = site.Visit(Site.OtherCommunicator);
        using var unexplained = await reviewer.PostAsync(page, page + "/return", ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unexplained.StatusCode);
        using var returned = await reviewer.PostAsync(page, page + "/return", ("reason", "thiếu tiêu đề"));
        Assert.Equal(page + "?done=returned", returned.Headers.Location!.OriginalString);
        Assert.Contains("thiếu tiêu đề", (await writer.ReadAsync(page)).Html, StringComparison.Ordinal);

        using var again = await writer.PostAsync(
            page, page + "/submit", ("title", "ꪼꪕ ꪼꪕ"), ("summary", text.Summary!), ("body", text.Body));
        using var approved = await reviewer.PostAsync(page, page + "/approve");
        Assert.Equal(page + "?done=translation-approved", approved.Headers.Location!.OriginalString);
        Assert.Equal(TranslationState.Approved, (await site.TranslationAsync(version)).Value.State);
    }

    [Fact]
    public async Task Staff_release_what_somebody_holds_who_is_away()
    {
        const string Item = "giu-roi-nghi";
        await site.HandInAsync($"items/{Item}.md", SampleFiles.Article("Tin mới", body: "Xã họp ngày 5.", approved: false));
        var page = $"/translations/{Item}.1.{Site.Thai}";
        using var writer = site.Visit(Site.Communicator);
        using var claimed = await writer.PostAsync(page, page + "/claim");

        using var staff = site.Visit(Site.Staff);
        Assert.Contains(page + "/release", (await staff.ReadAsync(page)).Html, StringComparison.Ordinal);
        using var released = await staff.PostAsync(page, page + "/release");
        Assert.Equal(page + "?done=left-to-others", released.Headers.Location!.OriginalString);

        using var other = site.Visit(Site.OtherCommunicator);
        using var drafted = await other.PostAsync(page, page + "/segments", ("s0", "ꪼꪕ"));
        Assert.NotEqual(HttpStatusCode.UnprocessableEntity, drafted.StatusCode);
        Assert.DoesNotContain(page + "/release", (await staff.ReadAsync(page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translation_is_written_segment_by_segment_and_what_is_filled_in_is_kept_with_a_tick()
    {
        const string Item = "tung-doan";
        await site.HandInAsync($"items/{Item}.md", SampleFiles.Article("Tin mới", body: "Xã họp ngày 5. Bà con dự.", approved: false));
        var version = $"{Item}.1.{Site.Thai}";
        var page = $"/translations/{version}";
        using var writer = site.Visit(Site.Communicator);
        using var claimed = await writer.PostAsync(page, page + "/claim");
        Assert.Equal(page + "?done=claimed", claimed.Headers.Location!.OriginalString);
        using var other = site.Visit(Site.OtherCommunicator);
        using var keptOut = await other.PostAsync(page, page + "/segments", ("s0", "ꪼꪕ"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, keptOut.StatusCode);

        using var half = await writer.PostAsync(page, page + "/segments/submit", ("s0", "ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 5."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.StatusCode);
        Assert.Contains("Còn 1 đoạn", await half.Content.ReadAsStringAsync(CancellationToken.None), StringComparison.Ordinal);
        using var whole = await writer.PostAsync(page, page + "/segments/submit", ("s2", "ꪵꪒꪉ ꪣꪉ."));
        Assert.Equal(page + "?done=submitted", whole.Headers.Location!.OriginalString);
        Assert.Equal("ꪼꪕ ꪣꪉ 5. ꪵꪒꪉ ꪣꪉ.", (await site.TranslationAsync(version)).Value.Text.Body);
        using var approved = await other.PostAsync(page, page + "/approve");
        Assert.Equal(page + "?done=translation-approved", approved.Headers.Location!.OriginalString);

        await site.HandInAsync($"items/{Item}.md", SampleFiles.Article("Tin mới", body: "Xã họp ngày 6. Bà con dự.", approved: false));
        var (_, changed) = await writer.ReadAsync($"/translations/{Item}.2.{Site.Thai}");
        Assert.Contains("<del>5.</del>", changed, StringComparison.Ordinal);
        Assert.Contains("<ins>6.</ins>", changed, StringComparison.Ordinal);
        Assert.Contains("Đã xong 2/3 đoạn", changed, StringComparison.Ordinal);
        Assert.Single(changed.Split("name=\"keep\"").Skip(1));
    }

    [Fact]
    public async Task A_translation_that_is_written_as_a_whole_has_a_field_for_each_line_that_goes_with_its_pictures()
    {
        const string Item = "loi-cua-anh";
        await site.Get<ContentIntake>().TakeApprovedAsync(
            "items/loi-cua-anh.png", Pictures.Png(96, 64), ("\"loi\"", site.Time.GetUtcNow()), Site.Staff);
        await site.HandInAsync(
            $"items/{Item}.md",
            SampleFiles.Article(
                "Tin có ảnh",
                body: "Xã họp.",
                approved: false,
                frontMatter: "pictures:\n  - { file: loi-cua-anh.png, alt: Hội trường xã, caption: Phiên họp sáng, words: Giữ rừng }"),
            Site.Staff);
        var page = $"/translations/{Item}.1.{Site.Thai}";
        using var writer = site.Visit(Site.Communicator);
        var (_, empty) = await writer.ReadAsync(page);
        Assert.Contains(
            "<label for=\"pictures-1\" lang=\"vi\">Phiên họp sáng</label>", WebUtility.HtmlDecode(empty), StringComparison.Ordinal);

        using var half = await writer.PostAsync(
            page, page, ("title", "ꪼꪕ"), ("body", "ꪼꪕ ꪣꪉ."), ("pictures", ""), ("pictures", "ꪜꪱ"), ("pictures", ""));
        Assert.Equal(page + "?done=saved", half.Headers.Location!.OriginalString);
        var saved = (await site.TranslationAsync($"{Item}.1.{Site.Thai}")).Value;
        Assert.Equal(("\nꪜꪱ\n", 2), (saved.Text.Pictures, saved.OpenSegments));
        Assert.Contains(
            "name=\"pictures\" lang=\"blt-Tavt\" value=\"ꪜꪱ\"",
            WebUtility.HtmlDecode((await writer.ReadAsync(page)).Html),
            StringComparison.Ordinal);

        using var without = await writer.PostAsync(page, page, ("title", "ꪼꪕ"), ("body", "ꪼꪕ ꪣꪉ ꪣꪉ."));
        Assert.Equal("\nꪜꪱ\n", (await site.TranslationAsync($"{Item}.1.{Site.Thai}")).Value.Text.Pictures);

        using var whole = await writer.PostAsync(
            page, page + "/submit", ("title", "ꪼꪕ"), ("body", "ꪼꪕ ꪣꪉ."), ("pictures", "ꪭꪰꪀ"), ("pictures", "ꪜꪱ"), ("pictures", "ꪙꪾ"));
        Assert.Equal(page + "?done=submitted", whole.Headers.Location!.OriginalString);
        Assert.Equal("ꪭꪰꪀ\nꪜꪱ\nꪙꪾ", (await site.TranslationAsync($"{Item}.1.{Site.Thai}")).Value.Text.Pictures);

        using var emptied = await writer.PostAsync(
            page, page, ("title", "ꪼꪕ"), ("body", "ꪼꪕ ꪣꪉ."), ("pictures", ""), ("pictures", ""), ("pictures", ""));
        Assert.Null((await site.TranslationAsync($"{Item}.1.{Site.Thai}")).Value.Text.Pictures);
    }

    [Fact]
    public async Task Staff_assign_a_translation_and_people_talk_about_it()
    {
        var page = $"/translations/{Site.Troubled}.1.hmn-Latn-x-chv";
        using var staff = site.Visit(Site.Staff);
        using var refused = await staff.PostAsync(page, page + "/assign", ("to", "bung-lao/bung-lao-1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var assigned = await staff.PostAsync(page, page + "/assign", ("to", "na-bung/na-bung-1"), ("due", "2026-12-01"));
        Assert.Equal(page + "?done=assigned", assigned.Headers.Location!.OriginalString);
        using var commented = await staff.PostAsync(page, page + "/comments", ("comment", "Câu này nói gọn thôi."), ("segment", "2"));
        Assert.Equal(page + "?done=commented", commented.Headers.Location!.OriginalString);

        using var asked = site.Visit("na-bung-1");
        var (_, html) = await asked.ReadAsync(page);
        Assert.Contains("Giao cho:", html, StringComparison.Ordinal);
        Assert.Contains("01/12/2026", html, StringComparison.Ordinal);
        Assert.Contains("Câu này nói gọn thôi.", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-01-01", "đã qua")]
    [InlineData("0001-01-01", "không phải là thời điểm")]
    [InlineData("ngày mai", "không phải là thời điểm")]
    public async Task A_due_date_that_is_over_or_is_none_is_refused_at_once(string due, string reason)
    {
        using var staff = site.Visit(Site.Staff);
        foreach (var (page, form) in new[] { (
            $"/translations/{Site.Troubled}.1.hmn-Latn-x-chv", "/assign"), ("/assignments?language=hmn-Latn-x-chv", "") })
        {
            var address = form.Length > 0 ? page + form : page;
            using var refused = await staff.PostAsync(
                page, address, ("id", $"{Site.Troubled}.1.hmn-Latn-x-chv"), ("to", "na-bung/na-bung-1"), ("due", due));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(reason, await refused.Content.ReadAsStringAsync(CancellationToken.None), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("0")]
    [InlineData("999")]
    public async Task A_comment_about_a_segment_that_is_not_there_is_refused_and_not_stored(string segment)
    {
        var page = $"/translations/{Site.Troubled}.1.mww-Latn-x-rpa";
        using var staff = site.Visit(Site.Staff);
        using var refused = await staff.PostAsync(
            page, page + "/comments", ("comment", $"Về đoạn {segment} không có"), ("segment", segment));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Empty(
            await site.Get<Dissemination.Translation.Review.CommentService>()
                .OfAsync(TextId.Parse($"{Site.Troubled}.1.mww-Latn-x-rpa", null), CancellationToken.None)
                .ToListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Staff_ask_a_commune_for_many_translations_at_once_and_read_which_cannot_be_asked_for()
    {
        using var staff = site.Visit(Site.Staff);
        const string Page = "/assignments?language=hmn-Latn-x-chv";
        using var nothing = await staff.PostAsync(Page, Page, ("to", "na-bung"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var refused = await staff.PostAsync(Page, Page, ("id", $"{Site.Troubled}.1.hmn-Latn-x-chv"), ("to", "bung-lao"));
        var title = (await site.Get<ItemReader>().FindAsync(new(Site.Troubled), CancellationToken.None))!.Value.Headline;
        var said = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(CancellationToken.None));
        Assert.Contains("không dùng tiếng này", said, StringComparison.Ordinal);
        Assert.Contains($"<li>{title}: ", said, StringComparison.Ordinal);
        Assert.Contains($"{Page}&lang=en\"", WebUtility.HtmlDecode((await staff.ReadAsync(Page)).Html), StringComparison.Ordinal);
        using var undated = await staff.PostAsync(
            Page, Page, ("id", $"{Site.Troubled}.1.hmn-Latn-x-chv"), ("to", "na-bung"), ("due", "mai"));
        var again = await undated.Content.ReadAsStringAsync(CancellationToken.None);
        Assert.All(
            (string[])[$"value=\"{Site.Troubled}.1.hmn-Latn-x-chv\" checked", "value=\"na-bung\" selected", "value=\"mai\""],
            kept => Assert.Contains(kept, again, StringComparison.Ordinal));
        using var done = await staff.PostAsync(
            Page, Page, ("id", $"{Site.Troubled}.1.hmn-Latn-x-chv"), ("to", "na-bung"), ("due", "2026-12-05"));
        Assert.Equal(Page + "&done=assigned", done.Headers.Location!.OriginalString);
        Assert.Contains("05/12/2026", (await staff.ReadAsync(Page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_commune_is_asked_and_nothing_taken_back_unless_somebody_chose()
    {
        const string Item = "giao-cho-ai";
        const string Page = $"/assignments?language={Site.Thai}";
        await site.HandInAsync($"items/{Item}.md", SampleFiles.Article("Giao cho ai", approved: false));
        var version = $"{Item}.1.{Site.Thai}";
        using var staff = site.Visit(Site.Staff);
        using var asked = await staff.PostAsync(Page, Page, ("id", version), ("to", "bung-lao"));
        Assert.Equal(Page + "&done=assigned", asked.Headers.Location!.OriginalString);
        Assert.Contains("<select id=\"to\" name=\"to\" required>", (await staff.ReadAsync(Page)).Html, StringComparison.Ordinal);

        foreach (var to in (string[])["", "Nà Bủng"])
        {
            using var unsaid = await staff.PostAsync(Page, Page, ("id", version), ("to", to));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
            Assert.Contains(
                "Hãy chọn giao cho ai.",
                WebUtility.HtmlDecode(await unsaid.Content.ReadAsStringAsync(CancellationToken.None)),
                StringComparison.Ordinal);
            Assert.NotNull((await site.TranslationAsync(version)).Value.Assignment);
        }

        using var nobody = await staff.PostAsync(Page, Page, ("id", version), ("to", "–"));
        Assert.Equal(Page + "&done=assigned", nobody.Headers.Location!.OriginalString);
        Assert.Null((await site.TranslationAsync(version)).Value.Assignment);
    }

    [Fact]
    public async Task A_translation_goes_to_another_tool_as_a_file_and_comes_back_as_a_draft()
    {
        const string Item = "qua-xliff";
        await site.HandInAsync($"items/{Item}.md", SampleFiles.Article("Tin qua tệp", body: "Xã họp ngày 7. Bà con dự.", approved: false));
        var version = $"{Item}.1.{Site.Thai}";
        using var writer = site.Visit(Site.Communicator);
        using var download = await writer.GetAsync($"/translations/{version}/xliff");
        Assert.Equal("application/xliff+xml", download.Content.Headers.ContentType!.MediaType);
        var file = await download.Content.ReadAsStringAsync(CancellationToken.None);
        Assert.Contains("Xã họp ngày 7.", file, StringComparison.Ordinal);

        var document = System.Xml.Linq.XDocument.Parse(file);
        System.Xml.Linq.XNamespace xliff = "urn:oasis:names:tc:xliff:document:2.0";
        foreach (var segment in document.Descendants(xliff + "segment"))
        {
            segment.SetAttributeValue("state", "translated");
            segment.Element(xliff + "target")?.Remove();
            segment.Add(
                new System.Xml.Linq.XElement(
                    xliff + "target",
                    segment.Element(xliff + "source")!.Value.Contains('7', StringComparison.Ordinal) ? "ꪼꪕ ꪣꪉ 7." : "ꪵꪒꪉ ꪣꪉ."));
        }

        using var taken = await writer.PostFileAsync(
            "/inbox", "/inbox/xliff", "ban-dich.xlf", document.ToString(), ("language", Site.Thai));
        Assert.Equal("/inbox?done=xliff-taken", taken.Headers.Location!.OriginalString);
        var stored = (await site.TranslationAsync(version)).Value;
        Assert.Equal((TranslationState.Drafted, "ꪼꪕ ꪣꪉ 7. ꪵꪒꪉ ꪣꪉ."), (stored.State, stored.Text.Body));
        Assert.Contains("bung-lao-1", stored.Editors.Select(editor => editor.Value));

        using var broken = await writer.PostFileAsync(
            "/inbox", "/inbox/xliff", "hong.xlf", document.ToString()[..200], ("language", Site.Thai));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        Assert.Contains("hong.xlf", await broken.Content.ReadAsStringAsync(CancellationToken.None), StringComparison.Ordinal);
        using var queue = await writer.GetAsync($"/inbox/xliff?language={Site.Thai}");
        Assert.Contains(version, await queue.Content.ReadAsStringAsync(CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_communicator_of_another_commune_may_read_a_translation_and_not_write_it()
    {
        using var visitor = site.Visit("na-bung-1");
        var (status, html) = await visitor.ReadAsync($"/translations/{Site.Published}.1.{Site.Thai}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Chỉ xem được", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", html, StringComparison.Ordinal);
    }
}
