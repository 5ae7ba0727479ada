using System.Net;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Tests.Flow;
using Dissemination.Web.Pages.Communes;

namespace Dissemination.Tests.Web;

/// <summary>Posts that wait for their commune.</summary>
public sealed class HeldPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_held_posts_are_released_with_one_form_and_none_by_another_commune()
    {
        var (lists, commands) = (site.Get<WaitingReader>(), site.Get<DeliveryCommands>());
        foreach (var item in (string[])["giu-lai-mot", "giu-lai-hai"])
        {
            await site.HandInAsync(
                $"items/{item}.md",
                SampleFiles.Article(item, frontMatter: "communes: [sin-thau]")
                    .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal));
        }

        await site.PublishAsync();
        var held = (await lists.HeldAsync(CommuneId.Parse("sin-thau", null), null, CancellationToken.None)).Rows
            .Select(row => row.Value.Delivery)
            .Where(delivery => delivery.Version.Item.Value.StartsWith("giu-lai", StringComparison.Ordinal))
            .Take(2).ToList();
        Assert.Equal(2, held.Count);
        var ticked = held.Select(delivery => ("id", delivery.ToString())).ToArray();
        using var visitor = site.Visit("sin-thau-1");
        var page = (await visitor.ReadAsync("/held")).Html;
        Assert.All(held, delivery => Assert.Contains($"name=\"id\" value=\"{delivery}\"", page, StringComparison.Ordinal));

        using (var nothing = await visitor.PostAsync("/held", "/held/release"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        }

        using (var stranger = site.Visit(Site.Communicator))
        using (var refused = await stranger.PostAsync("/held", "/held/release", ticked))
        {
            Assert.False(refused.Headers.Contains("Location"));
        }

        await AssertAllAsync(DeliveryState.Held);
        using (var unread = await visitor.PostAsync("/held", "/held/release", ticked[0], ("id", "khong-doc-duoc")))
        {
            Assert.Contains(
                $"value=\"{held[0]}\" checked",
                await unread.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }

        await AssertAllAsync(DeliveryState.Held);
        using var released = await visitor.PostAsync("/held", "/held/release", ticked);
        Assert.Equal($"/held?undo={held[0]}&undo={held[1]}&count=2&done=released", released.Headers.Location!.OriginalString);
        await AssertAllAsync(DeliveryState.Due);

        async Task AssertAllAsync(DeliveryState state)
        {
            foreach (var delivery in held)
            {
                Assert.Equal(state, (await commands.FindAsync(delivery, CancellationToken.None))!.Value.State);
            }
        }
    }

    [Fact]
    public async Task The_other_language_shows_the_commune_that_staff_have_chosen()
    {
        using var staff = site.Visit(Site.Staff);

        Assert.Contains(
            "href=\"/held?commune=sin-thau&amp;lang=en\"",
            (await staff.ReadAsync("/held?commune=sin-thau")).Html,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_post_goes_out_when_its_commune_says_so()
    {
        var held = (
            await site.Get<WaitingReader>()
                .HeldAsync(CommuneId.Parse("sin-thau", null), null, CancellationToken.None)).Rows[0].Value.Delivery;
        using var visitor = site.Visit("sin-thau-1");
        Assert.Contains($"name=\"id\" value=\"{held}\"", (await visitor.ReadAsync("/held")).Html, StringComparison.Ordinal);
        for (var tap = 0; tap < 2; tap++)
        {
            using var released = await visitor.PostAsync("/held", "/held/release", ("id", held.ToString()));
            Assert.Equal($"/held?undo={held}&done=released", released.Headers.Location!.OriginalString);
        }

        Assert.DoesNotContain($"name=\"id\" value=\"{held}\"", (await visitor.ReadAsync("/held")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_button_lets_an_item_go_out_at_all_places_of_its_commune_and_one_button_undoes_that()
    {
        const string Item = "cho-dang-ca-bai";
        await HeldAsync(Item);
        using var visitor = site.Visit("sin-thau-1");
        var ids = await HeldOfAsync(Item);
        Assert.InRange(ids.Count, 2, 20);
        Assert.Contains(
            $"name=\"ids\" value=\"{string.Join(' ', ids)}\"", (await visitor.ReadAsync("/held")).Html, StringComparison.Ordinal);

        using var released = await visitor.PostAsync("/held", "/held/release", ("ids", string.Join(' ', ids)));

        var (_, after) = await visitor.ReadAsync(released.Headers.Location!.OriginalString);
        Assert.Contains($"Đã cho đăng {ids.Count} bài.", after, StringComparison.Ordinal);
        Assert.Empty(await HeldOfAsync(Item));
        using var undone = await visitor.PostAsync("/held", "/held/undo", [.. ids.Select(id => ("id", id.ToString()))]);
        Assert.Equal($"/held?count={ids.Count}&done=undone", undone.Headers.Location!.OriginalString);
        Assert.Equal(ids, await HeldOfAsync(Item));
    }

    [Fact]
    public async Task Of_more_posts_than_an_address_can_name_all_that_were_released_can_be_undone()
    {
        List<DeliveryId> ids = [];
        for (var item = 1; ids.Count <= 20; item++)
        {
            await HeldAsync($"cho-nhieu-{item}");
            ids.AddRange(await HeldOfAsync($"cho-nhieu-{item}"));
        }

        using var visitor = site.Visit("sin-thau-1");
        using var released = await visitor.PostAsync("/held", "/held/release", ("ids", string.Join(' ', ids)));

        var after = await VoiceSite.WordsAsync(released);
        Assert.Equal(HttpStatusCode.OK, released.StatusCode);
        Assert.Contains($"Đã cho đăng {ids.Count} bài.", after, StringComparison.Ordinal);
        var form = after[after.IndexOf("action=\"/held/undo\"", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        Assert.All(ids, id => Assert.Contains($"value=\"{id}\"", form, StringComparison.Ordinal));
        using var undone = await visitor.PostAsync("/held", "/held/undo", [.. ids.Select(id => ("id", id.ToString()))]);
        Assert.Equal($"/held?count={ids.Count}&done=undone", undone.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_release_is_undone_by_who_released_it_while_its_posts_wait_for_the_end_of_quiet_hours()
    {
        var id = await HeldAsync("hoan-tac-cho-dang");
        await LeaveAsync(id, delivery => delivery with { SendFrom = site.Time.GetUtcNow().AddHours(5) });
        using var visitor = site.Visit("sin-thau-1");
        using var released = await visitor.PostAsync("/held", "/held/release", ("id", id.ToString()));
        var done = released.Headers.Location!.OriginalString;
        Assert.Equal($"/held?undo={id}&done=released", done);
        Assert.Contains("action=\"/held/undo\"", (await visitor.ReadAsync(done)).Html, StringComparison.Ordinal);

        var colleague = await site.PersonAsync("sin-thau-1") with { Id = new("sin-thau-9") };
        var others = await site.Get<DeliveryCommands>().ExecuteOneAsync(
            new DeliveryCommand.UndoRelease("Sín Thầu"), id, colleague, Cancellation);
        Assert.Equal(nameof(ProblemTexts.ReleaseNotUndone), others.Problem?.Code);
        for (var tap = 0; tap < 2; tap++)
        {
            using var undone = await visitor.PostAsync("/held", "/held/undo", ("id", id.ToString()));
            Assert.Equal("/held?done=undone", undone.Headers.Location!.OriginalString);
        }

        var waiting = await site.DeliveryAsync(id.ToString());
        Assert.Equal((DeliveryState.Held, nameof(ProblemTexts.WaitsForCommune), null), (waiting.State, waiting.Reason?.Code, waiting.ReleasedBy));
        Assert.Contains($"name=\"id\" value=\"{id}\"", (await visitor.ReadAsync("/held")).Html, StringComparison.Ordinal);
        Assert.Equal((1, 1), (await CountAsync(id, "delivery-released"), await CountAsync(id, "delivery-release-undone")));
    }

    [Fact]
    public async Task A_release_can_be_undone_for_a_moment_and_what_is_on_its_way_is_not_taken_back()
    {
        var id = await HeldAsync("dang-ngay");
        using var visitor = site.Visit("sin-thau-1");
        using var released = await visitor.PostAsync("/held", "/held/release", ("id", id.ToString()));
        var done = released.Headers.Location!.OriginalString;
        Assert.Equal($"/held?undo={id}&done=released", done);
        Assert.Contains("action=\"/held/undo\"", (await visitor.ReadAsync(done)).Html, StringComparison.Ordinal);
        Assert.Equal(site.Time.GetUtcNow() + HeldModel.Grace, (await site.DeliveryAsync(id.ToString())).SendFrom);
        using var staff = site.Visit(Site.Staff);
        var (_, way) = await staff.ReadAsync($"/items/{id.Version.Item}/way");
        Assert.Contains("data-live=\"true\"", way, StringComparison.Ordinal);
        site.Time.Advance(HeldModel.Grace);
        Assert.DoesNotContain("action=\"/held/undo\"", (await visitor.ReadAsync(done)).Html, StringComparison.Ordinal);

        var now = site.Time.GetUtcNow();
        await LeaveAsync(id, delivery => delivery.Apply(new DeliveryEvent.SendBegun(now, now.AddMinutes(1)))!);
        using var late = await visitor.PostAsync("/held", "/held/undo", ("id", id.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Equal(DeliveryState.Sending, (await site.DeliveryAsync(id.ToString())).State);
    }

    /// <summary>A post of an item that waits for Sín Thầu to agree.</summary>
    private async Task<DeliveryId> HeldAsync(string item)
    {
        await site.HandInAsync(
            $"items/{item}.md",
            SampleFiles.Article(item, frontMatter: "communes: [sin-thau]")
                .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal));
        await site.PublishAsync();
        var held = await site.Get<WaitingReader>().HeldAsync(CommuneId.Parse("sin-thau", null), null, Cancellation);
        return held.Rows.Select(row => row.Value.Delivery).First(delivery => delivery.Version.Item.Value == item);
    }

    private async Task<List<DeliveryId>> HeldOfAsync(string item) =>
    [
        .. (await site.Get<WaitingReader>().HeldAsync(CommuneId.Parse("sin-thau", null), null, Cancellation)).Rows
            .Select(row => row.Value.Delivery)
            .Where(delivery => delivery.Version == new VersionId(new(item), 1, LanguageTag.Vietnamese)),
    ];

    /// <summary>Stores a delivery as it would stand after something else.</summary>
    private async Task LeaveAsync(DeliveryId id, Func<Delivery, Delivery> after)
    {
        var read = (await site.Get<DeliveryCommands>().FindAsync(id, Cancellation))!;
        Assert.Single(await site.Get<DeliveryLedger>().WriteAsync([(read, after(read.Value))], Cancellation));
    }

    private async Task<int> CountAsync(DeliveryId id, string what) =>
        (await site.Get<ItemReader>().HistoryPageAsync(id.Version.Item, null, 200, Cancellation)).Rows.Count(row => row.Value.What == what);
}
