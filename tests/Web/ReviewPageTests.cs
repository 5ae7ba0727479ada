using System.Net;
using System.Text.RegularExpressions;
using Dissemination.Intake;
using Dissemination.Tests.Flow;
using Dissemination.Translation;

namespace Dissemination.Tests.Web;

/// <summary>How people check what others wrote: what is open first, findings that lead to their places, and the verdict at the end.</summary>
public sealed partial class ReviewPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Open_segments_come_first_lead_from_one_to_the_next_and_the_finished_ones_are_folded_away()
    {
        var page = await WantedAsync("mo-truoc", "Xã họp ngày 5. Bà con dự. Ai cũng nói.");
        using var writer = site.Visit(Site.Communicator);
        using var half = await writer.PostAsync(page, page + "/segments", ("s1", "ꪼꪕ ꪣꪉ 5."));
        var (_, html) = await writer.ReadAsync(page);

        var open = html.IndexOf("id=\"doan-3\"", StringComparison.Ordinal);
        var folded = html.IndexOf("id=\"doan-2\"", StringComparison.Ordinal);
        Assert.True(open > 0 && folded > open, html);
        Assert.Contains("Đã xong 1 đoạn", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#doan-3\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#doan-4\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terms_of_the_glossary_and_sentences_of_the_memory_have_a_button_that_puts_them_into_their_field()
    {
        await site.HandInAsync(
            $"glossary/{Site.Thai}.csv",
            $"language,source,target,rule,note\n{Site.Thai},bản,ꪚꪱꪙ,preferred,\n{Site.Thai},,ꪹꪒꪸꪙ,forbidden,từ cũ\n");
        var page = await WantedAsync("thuat-ngu", "Người trong bản họp.");
        using var writer = site.Visit(Site.Communicator);
        var html = WebUtility.HtmlDecode((await writer.ReadAsync(page)).Html);

        Assert.Contains("data-insert=\"ꪚꪱꪙ\" data-target=\"s1\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-insert=\"ꪹꪒꪸꪙ\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_leads_to_its_segment_and_the_verdict_stands_at_the_end_with_what_it_sets_off()
    {
        var version = $"{Site.Troubled}.1.{Site.Thai}";
        var page = $"/translations/{version}";
        using var writer = site.Visit(Site.Communicator);
        using var claimed = await writer.PostAsync(page, page + "/segments", ("s0", "ꪼꪕ  ꪼꪕ"));
        var (_, written) = await writer.ReadAsync(page);
        Assert.Contains("<a href=\"#doan-1\">Đoạn 1</a>", WebUtility.HtmlDecode(written), StringComparison.Ordinal);

        // What was found is told where it is, and not once more above.
        var told = FoundInFirst().Match(written).Groups["text"].Value.Trim();
        Assert.NotEqual("", told);
        Assert.DoesNotContain(told, written.Split("id=\"can-xem\"")[1].Split("</section>")[0], StringComparison.Ordinal);

        await SubmitAsync(writer, page);
        using var reviewer = site.Visit(Site.OtherCommunicator);
        var (_, html) = await reviewer.ReadAsync(page);
        Assert.Contains("href=\"#duyet\"", html, StringComparison.Ordinal);
        var last = html.LastIndexOf("id=\"doan-", StringComparison.Ordinal);
        var verdict = html.IndexOf($"{page}/approve", StringComparison.Ordinal);
        Assert.True(verdict > last && last > 0, html);
        Assert.Contains("sets-off", html[verdict..], StringComparison.Ordinal);
        Assert.Equal(6, html.Split("name=\"cause\"").Length - 1);
    }

    [Fact]
    public async Task A_text_goes_back_with_one_of_six_reasons_and_a_note_or_with_one_of_the_two()
    {
        const string Item = "tra-lai";
        var page = await WantedAsync(Item, "Xã họp ngày 5.");
        using var writer = site.Visit(Site.Communicator);
        using var reviewer = site.Visit(Site.OtherCommunicator);
        Assert.Equal(
            "Sai số liệu, tên riêng, ngày tháng: ngày 5, không phải 6",
            await ReturnedAsync(("cause", "figures"), ("reason", " ngày 5, không phải 6 ")));
        Assert.Equal("Đọc lên khó hiểu", await ReturnedAsync(("cause", "unclear"), ("reason", "")));
        Assert.Equal("thiếu chữ", await ReturnedAsync(("reason", "thiếu chữ")));

        using var nothing = await reviewer.PostAsync(page, page + "/return", ("cause", "khong-co"), ("reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);

        async Task<string?> ReturnedAsync(params (string, string)[] why)
        {
            using var submitted = await writer.PostAsync(page, page + "/segments/submit", ("s0", "ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 5."));
            using var returned = await reviewer.PostAsync(page, page + "/return", why);
            Assert.Equal(page + "?done=returned", returned.Headers.Location!.OriginalString);
            return (await site.TranslationAsync($"{Item}.1.{Site.Thai}")).Value.ReturnReason;
        }
    }

    [Fact]
    public async Task What_the_reviewer_corrected_is_said_to_be_corrected_and_waits_for_another()
    {
        const string Item = "sua-roi-duyet";
        var page = await WantedAsync(Item, "Xã họp ngày 5.");
        using var writer = site.Visit(Site.Communicator);
        using var reviewer = site.Visit(Site.OtherCommunicator);
        using var submitted = await writer.PostAsync(page, page + "/segments/submit", ("s0", "ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 5."));
        using var corrected = await reviewer.PostAsync(
            page + "?edit=true", page + "/segments/submit", ("s0", "ꪼꪕ ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 5."));
        Assert.Contains("Người duyệt sửa bản dịch", (await writer.ReadAsync(page)).Html, StringComparison.Ordinal);

        using var third = site.Visit("muong-ang-1");
        using var approved = await third.PostAsync(page, page + "/approve");
        Assert.Equal(page + "?done=translation-approved", approved.Headers.Location!.OriginalString);
        Assert.Contains("đã duyệt, người duyệt có sửa", (await writer.ReadAsync(page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slogans_are_approved_together_and_what_cannot_be_keeps_no_other()
    {
        await site.HandInAsync(
            "items/kh-duyet-cung.csv",
            $"id,kind,text,issuer,communes,{Site.Thai}\nkh-mot,slogan,Giữ rừng.,Ban Tuyên giáo (mẫu),bung-lao,ꪭꪰꪀ ꪜꪱ.\n"
            + "kh-hai,slogan,Trồng rừng.,Ban Tuyên giáo (mẫu),bung-lao,ꪜꪴꪀ ꪜꪱ.\n"
            + "kh-ba,slogan,Yêu rừng.,Ban Tuyên giáo (mẫu),bung-lao,ꪭꪰꪀ ꪜꪱ ꪜꪱ.\n",
            Site.Staff);
        const string Page = $"/inbox/slogans?language={Site.Thai}";
        using var reviewer = site.Visit(Site.Communicator);
        Assert.Contains("href=\"/inbox/slogans?language=blt-Tavt\"", (await reviewer.ReadAsync("/today")).Html, StringComparison.Ordinal);
        var (_, html) = await reviewer.ReadAsync(Page);
        string[] ids = [$"kh-mot.1.{Site.Thai}", $"kh-hai.1.{Site.Thai}", $"kh-ba.1.{Site.Thai}"];
        Assert.All(ids, id => Assert.Contains($"value=\"{id}\"", html, StringComparison.Ordinal));

        using var nothing = await reviewer.PostAsync(Page, Page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        var (mine, stale) = (await site.TranslationAsync(ids[0]), await site.TranslationAsync(ids[1]));
        using var partly = await reviewer.PostAsync(
            Page, Page, ("id", ids[0]), ("id", ids[1]), ($"etag-{ids[0]}", mine.ETag.ToString("H")), ($"etag-{ids[1]}", "\"cu\""));
        Assert.NotEqual(HttpStatusCode.Redirect, partly.StatusCode);
        var said = await partly.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<li>Trồng rừng.: ", said, StringComparison.Ordinal);
        Assert.Contains("Đã duyệt 1 bản dịch.", said, StringComparison.Ordinal);
        var undo = said[said.IndexOf("/inbox/slogans/undo", StringComparison.Ordinal)..];
        Assert.Contains($"name=\"etag-{ids[0]}\"", undo, StringComparison.Ordinal);
        Assert.DoesNotContain(" checked", said, StringComparison.Ordinal); // What was changed meanwhile is to be read first.
        Assert.Equal(
            (TranslationState.Approved, TranslationState.InReview),
            ((await site.TranslationAsync(ids[0])).Value.State, (await site.TranslationAsync(ids[1])).Value.State));

        using var both = await reviewer.PostAsync(
            Page,
            Page,
            ("id", ids[1]),
            ("id", ids[2]),
            ($"etag-{ids[1]}", stale.ETag.ToString("H")),
            ($"etag-{ids[2]}", (await site.TranslationAsync(ids[2])).ETag.ToString("H")));
        Assert.Contains(
            "Đã duyệt 2 bản dịch.",
            (await reviewer.ReadAsync(both.Headers.Location!.OriginalString)).Html,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_sent_by_themselves_are_stored_once_and_the_same_again_is_no_conflict()
    {
        const string Item = "tu-luu";
        var page = await WantedAsync(Item, "Xã họp ngày 5.");
        using var writer = site.Visit(Site.Communicator);
        var first = (await site.TranslationAsync($"{Item}.1.{Site.Thai}")).ETag.ToString("H");
        using var saved = await writer.PostAsync(page, page + "/segments/autosave", ("s0", "ꪼꪕ"), ("etag", first));
        var version = (await saved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n')[1];
        Assert.Equal((await site.TranslationAsync($"{Item}.1.{Site.Thai}")).ETag.ToString("H"), version);

        // Its answer was lost on the way.
        using var again = await writer.PostAsync(page, page + "/segments/autosave", ("s0", "ꪼꪕ"), ("etag", first));
        Assert.Equal(version, (await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n')[1]);
        using var other = site.Visit(Site.OtherCommunicator);
        using var late = await other.PostAsync(page, page + "/segments/autosave", ("s0", "ꪣꪉ"), ("etag", first));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Equal("ꪼꪕ", (await site.TranslationAsync($"{Item}.1.{Site.Thai}")).Value.Text.Title);

        using var submitted = await writer.PostAsync(page, page + "/segments/submit", ("s0", "ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 5."));
        using var afterwards = await writer.PostAsync(page, page + "/segments/autosave", ("s0", "ꪣꪉ"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, afterwards.StatusCode);
        Assert.Equal(TranslationState.InReview, (await site.TranslationAsync($"{Item}.1.{Site.Thai}")).Value.State);
    }

    private async Task<string> WantedAsync(string item, string body)
    {
        await site.HandInAsync($"items/{item}.md", SampleFiles.Article("Tin mới", body: body, approved: false));
        return $"/translations/{item}.1.{Site.Thai}";
    }

    private static async Task SubmitAsync(Visitor writer, string page)
    {
        var text = SuppliedTranslationReader.Read(
            "giam-ngheo-tung-nam.blt-Tavt.md",
            await File.ReadAllBytesAsync(
                Path.Combine(RepositoryFiles.Root, "content/items/giam-ngheo-tung-nam.blt-Tavt.md"), CancellationToken.None)).Value!.Text;
        using var submitted = await writer.PostAsync(
            page, page + "/submit", ("title", text.Title!), ("summary", text.Summary!), ("body", text.Body));
        Assert.Equal(page + "?done=submitted", submitted.Headers.Location!.OriginalString);
    }

    [GeneratedRegex(
        "id=\"doan-1\".*?<span class=\"state[^\"]*\">[^<]*</span>(?<text>[^<]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex FoundInFirst();
}
