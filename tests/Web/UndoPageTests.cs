using System.Net;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Reach.Meetings;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Translation;

namespace Dissemination.Tests.Web;

/// <summary>What was done a moment ago is undone with the button beside it, as long as nothing of it is out.</summary>
public sealed class UndoPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_return_is_undone_by_who_returned_it_and_the_text_waits_for_its_review_as_before()
    {
        const string Item = "hoan-tac-tra-lai";
        var page = await SubmittedAsync(Item);
        using var reviewer = site.Visit(Site.OtherCommunicator);
        using var returned = await reviewer.PostAsync(page, page + "/return", ("cause", "figures"));
        var done = returned.Headers.Location!.OriginalString;
        using var writer = site.Visit(Site.Communicator);
        Assert.DoesNotContain($"{page}/undo", (await writer.ReadAsync(done)).Html, StringComparison.Ordinal);
        Assert.Contains($"{page}/undo", (await reviewer.ReadAsync(done)).Html, StringComparison.Ordinal);
        using var others = await writer.PostAsync(done, page + "/undo");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, others.StatusCode);

        using var undone = await reviewer.PostAsync(done, page + "/undo");

        Assert.Equal(page + "?done=undone", undone.Headers.Location!.OriginalString);
        var stored = (await TranslationAsync(Item)).Value;
        Assert.Equal(TranslationState.InReview, stored.State);
        Assert.Null(stored.ReturnReason);
        Assert.Equal(1, await CountAsync(Item, "translation-decision-undone"));
        using var again = await reviewer.PostAsync(done, page + "/undo");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task A_text_that_was_sent_for_review_is_a_draft_again_where_who_wrote_it_undoes_that()
    {
        const string Item = "hoan-tac-gui-duyet";
        var page = await SubmittedAsync(Item);
        var done = page + "?done=submitted";
        using var writer = site.Visit(Site.Communicator);
        using var reviewer = site.Visit(Site.OtherCommunicator);
        Assert.DoesNotContain($"{page}/undo", (await reviewer.ReadAsync(done)).Html, StringComparison.Ordinal);
        Assert.Contains($"{page}/undo", (await writer.ReadAsync(done)).Html, StringComparison.Ordinal);

        using var undone = await writer.PostAsync(done, page + "/undo");

        Assert.Equal(page + "?done=undone", undone.Headers.Location!.OriginalString);
        var draft = (await TranslationAsync(Item)).Value;
        Assert.Equal((TranslationState.Drafted, 0), (draft.State, draft.OpenSegments));
        Assert.Equal(1, await CountAsync(Item, "translation-decision-undone"));
        site.Time.Advance(TimeSpan.FromSeconds(1));
        using var again = await writer.PostAsync(page, page + "/segments/submit", ("s0", "ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 5."));
        Assert.Equal(done, again.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_approval_is_undone_while_nothing_is_out_and_afterwards_no_undo_is_offered()
    {
        const string Item = "hoan-tac-duyet";
        var page = await SubmittedAsync(Item, isApproved: true);
        using var reviewer = site.Visit(Site.OtherCommunicator);
        using var approved = await reviewer.PostAsync(page, page + "/approve");
        var done = approved.Headers.Location!.OriginalString;
        Assert.Contains($"{page}/undo", (await reviewer.ReadAsync(done)).Html, StringComparison.Ordinal);
        using var undone = await reviewer.PostAsync(done, page + "/undo");
        Assert.Equal(page + "?done=undone", undone.Headers.Location!.OriginalString);
        var waiting = (await TranslationAsync(Item)).Value;
        Assert.Equal((TranslationState.InReview, false), (waiting.State, waiting.HasApproved));
        await site.PublishAsync();
        Assert.False(await site.Get<DeliveryReader>().IsAnyOfAsync(waiting.Id, Cancellation));

        using var after = await reviewer.PostAsync(page, page + "/approve");
        await site.PublishAsync();
        Assert.True(await site.Get<DeliveryReader>().IsAnyOfAsync(waiting.Id, Cancellation));
        Assert.DoesNotContain($"{page}/undo", (await reviewer.ReadAsync(done)).Html, StringComparison.Ordinal);
        using var late = await reviewer.PostAsync(done, page + "/undo");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("được đưa ra ngoài", await WordsAsync(late), StringComparison.Ordinal);
        Assert.Equal(TranslationState.Approved, (await TranslationAsync(Item)).Value.State);
    }

    [Fact]
    public async Task A_decision_that_is_sent_twice_is_done_once_and_no_conflict()
    {
        const string Item = "bam-hai-lan";
        var page = await SubmittedAsync(Item);
        var read = (await TranslationAsync(Item)).ETag.ToString("H");
        using var reviewer = site.Visit(Site.OtherCommunicator);
        using var first = await reviewer.PostAsync(page, page + "/return", ("reason", "sai số"), ("etag", read));
        using var second = await reviewer.PostAsync(page, page + "/return", ("reason", "sai số"), ("etag", read));
        Assert.Equal(page + "?done=returned", second.Headers.Location!.OriginalString);
        using var other = await reviewer.PostAsync(page, page + "/return", ("reason", "thiếu chữ"), ("etag", read));
        Assert.Equal(HttpStatusCode.PreconditionFailed, other.StatusCode);
        Assert.Equal(1, await CountAsync(Item, "translation-returned"));

        site.Time.Advance(TimeSpan.FromSeconds(1)); // The record tells two submissions apart by their times.
        using var writer = site.Visit(Site.Communicator);
        var now = (await TranslationAsync(Item)).ETag.ToString("H");
        for (var tap = 0; tap < 2; tap++)
        {
            using var submitted = await writer.PostAsync(
                page, page + "/segments/submit", ("s0", "ꪼꪕ ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 5."), ("etag", now));
            Assert.Equal(page + "?done=submitted", submitted.Headers.Location!.OriginalString);
        }

        now = (await TranslationAsync(Item)).ETag.ToString("H");
        for (var tap = 0; tap < 2; tap++)
        {
            using var approved = await reviewer.PostAsync(page, page + "/approve", ("etag", now));
            Assert.Equal(page + "?done=translation-approved", approved.Headers.Location!.OriginalString);
        }

        Assert.Equal((2, 1), (await CountAsync(Item, "translation-submitted"), await CountAsync(Item, "translation-approved")));
    }

    [Fact]
    public async Task Slogans_that_were_approved_together_are_undone_together()
    {
        await site.HandInAsync(
            "items/kh-hoan-tac.csv",
            $"id,kind,text,issuer,communes,{Site.Thai}\nkht-mot,slogan,Giữ rừng.,Ban Tuyên giáo (mẫu),bung-lao,ꪭꪰꪀ ꪜꪱ.\n"
            + "kht-hai,slogan,Trồng rừng.,Ban Tuyên giáo (mẫu),bung-lao,ꪜꪴꪀ ꪜꪱ.\n",
            Site.Staff);
        const string Page = $"/inbox/slogans?language={Site.Thai}";
        using var reviewer = site.Visit(Site.Communicator);
        var named = await NamedAsync();
        using var approved = await reviewer.PostAsync(Page, Page, named);
        var done = approved.Headers.Location!.OriginalString;
        using var twice = await reviewer.PostAsync(done, Page, named);
        Assert.Equal(done, twice.Headers.Location?.OriginalString);
        Assert.Contains("/inbox/slogans/undo", (await reviewer.ReadAsync(done)).Html, StringComparison.Ordinal);

        using var undone = await reviewer.PostAsync(done, "/inbox/slogans/undo", await NamedAsync());

        Assert.Contains(
            "Đã hoàn tác 2 việc.", (await reviewer.ReadAsync(undone.Headers.Location!.OriginalString)).Html, StringComparison.Ordinal);
        Assert.Equal(TranslationState.InReview, (await TranslationAsync("kht-mot")).Value.State);
        Assert.Equal(TranslationState.InReview, (await TranslationAsync("kht-hai")).Value.State);

        async Task<(string, string)[]> NamedAsync()
        {
            List<(string, string)> fields = [];
            foreach (var item in (string[])["kht-mot", "kht-hai"])
            {
                var row = await TranslationAsync(item);
                fields.AddRange([("id", row.Value.Id.ToString()), ($"etag-{row.Value.Id}", row.ETag.ToString("H"))]);
            }

            return [.. fields];
        }
    }

    [Fact]
    public async Task A_meeting_that_was_just_told_is_undone_by_who_told_it_and_so_are_the_figures_of_one()
    {
        const string New = "/meetings/new";
        using var visitor = site.Visit(Site.Communicator);
        using var told = await visitor.PostAsync(
            New,
            New,
            ("what", "meeting"),
            ("kind", "village-meeting"),
            ("day", "2026-11-16"),
            ("place", "bản Hoàn Tác"),
            ("attendance", "45"));
        var done = told.Headers.Location!.OriginalString;
        using var colleague = site.Visit(Site.OtherCommunicator);
        Assert.DoesNotContain("/undo\"", (await colleague.ReadAsync(done)).Html, StringComparison.Ordinal);
        var undo = $"/meetings/{IdIn(done)}/undo";
        Assert.Contains(undo, (await visitor.ReadAsync(done)).Html, StringComparison.Ordinal);
        using var undone = await visitor.PostAsync(done, undo);
        Assert.Equal("/meetings?done=undone", undone.Headers.Location!.OriginalString);
        Assert.True((await ToldAsync(done)).IsWithdrawn);

        using var announced = await visitor.PostAsync(
            New, New, ("what", "meeting"), ("kind", "village-meeting"), ("day", "2026-11-17"), ("place", "bản Hoàn Tác"));
        var close = $"/meetings/{IdIn(announced.Headers.Location!.OriginalString)}/close";
        using var closed = await visitor.PostAsync(close, close, ("attendance", "40"));
        var after = closed.Headers.Location!.OriginalString;
        Assert.False(MeetingDecisions.WaitsForFigures(await ToldAsync(after)));
        using var back = await visitor.PostAsync(after, $"/meetings/{IdIn(after)}/undo");
        Assert.Equal("/meetings?done=undone", back.Headers.Location!.OriginalString);
        Assert.True(MeetingDecisions.WaitsForFigures(await ToldAsync(after)));
    }

    private static string IdIn(string address) => address.Split("undo=")[1].Split('&')[0];

    private async Task<ToldRecord> ToldAsync(string address) =>
        (await site.Get<MeetingStore>().FindAsync(ToldId.Parse(IdIn(address), null), Cancellation))!.Value;

    private static async Task<string> WordsAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));

    private async Task<int> CountAsync(string item, string what) =>
        (await site.Get<ItemReader>().HistoryPageAsync(new(item), null, 200, Cancellation)).Rows.Count(row => row.Value.What == what);

    private Task<Row<TranslatedVersion>> TranslationAsync(string item) =>
        site.TranslationAsync($"{item}.1.{Site.Thai}");

    /// <summary>A text of Búng Lao's that one wrote and another is to read.</summary>
    private async Task<string> SubmittedAsync(string item, bool isApproved = false)
    {
        await site.HandInAsync(
            $"items/{item}.md",
            SampleFiles.Article("Tin mới", body: "Xã họp ngày 5.", approved: isApproved, frontMatter: "communes: [bung-lao]")
                .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal));
        var page = $"/translations/{item}.1.{Site.Thai}";
        using var writer = site.Visit(Site.Communicator);
        using var submitted = await writer.PostAsync(page, page + "/segments/submit", ("s0", "ꪼꪕ"), ("s1", "ꪼꪕ ꪣꪉ 5."));
        Assert.Equal(page + "?done=submitted", submitted.Headers.Location!.OriginalString);
        return page;
    }
}
