using System.Net;
using System.Text.RegularExpressions;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Translation;
using Dissemination.Web.Pages.Today;

namespace Dissemination.Tests.Web;

/// <summary>The first page of a communicator: what waits, and from one thing to the next.</summary>
public sealed partial class TodayPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_communicator_who_signs_in_begins_there_and_reads_what_waits_with_its_count()
    {
        using var visitor = site.Visit();
        using var signedIn = await visitor.PostAsync("/sign-in", "/sign-in", ("person", Site.GroupKeeper));
        Assert.Equal("/today", signedIn.Headers.Location!.OriginalString);

        var (_, html) = await visitor.ReadAsync("/today");
        Assert.Contains("<h1>Hôm nay</h1>", html, StringComparison.Ordinal);
        Assert.Contains("quá hạn", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/hand-tasks?item={Site.Illustrated}.1.vi\"", html, StringComparison.Ordinal);
        Assert.InRange(Card().Count(html), 1, TodayList.PageSize);
    }

    [Fact]
    public async Task Posts_that_wait_for_consent_are_there_with_their_number()
    {
        using var visitor = site.Visit("sin-thau-1");
        var (_, html) = await visitor.ReadAsync("/today");
        Assert.Contains("href=\"/held\" aria-label", html, StringComparison.Ordinal);
        Assert.Contains("Chờ xã đồng ý: <strong>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_finished_leads_to_the_next_thing_and_can_be_undone()
    {
        var task = await site.HandTaskAsync("na-son", Site.Published);
        using var visitor = site.Visit("na-son-1");
        using var confirmed = await visitor.PostAsync($"/hand-tasks/{task}", $"/hand-tasks/{task}/confirm");
        var (_, after) = await visitor.ReadAsync(confirmed.Headers.Location!.OriginalString);
        Assert.Contains("href=\"/today/next\"", after, StringComparison.Ordinal);
        Assert.Contains($"/hand-tasks/{task}/take-back", after, StringComparison.Ordinal);

        using var next = await visitor.GetAsync("/today/next");
        var first = FirstAct().Match((await visitor.ReadAsync("/today")).Html).Groups["address"].Value;
        Assert.Equal(WebUtility.HtmlDecode(first), next.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Staff_are_not_led_on_and_have_no_such_page()
    {
        using var staff = site.Visit(Site.Staff);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.ReadAsync("/today")).Status);
        var (_, html) = await staff.ReadAsync("/hand-tasks?commune=bung-lao&done=confirmed");
        Assert.DoesNotContain("/today/next", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_waits_it_says_so_kindly_and_the_next_thing_is_that_page()
    {
        var reader = new Person(new("khong-co-viec"), "Cán bộ", [Role.Communicator], new CommuneId("khong-co"), []);
        Assert.Equal(0, (await site.Get<TodayReader>().ReadAsync(reader, TestContext.Current.CancellationToken)).Count);

        const string Item = "chi-dich-sang-mong";
        await site.HandInAsync($"items/{Item}.md", SampleFiles.Article("Tin", approved: false));
        using var visitor = site.Visit(Site.Communicator);
        var (status, html) = await visitor.ReadAsync("/today?from=99999999999");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("class=\"cards today\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.ReadAsync("/today?from=-5")).Status);
    }

    [Fact]
    public async Task It_reads_storage_as_often_however_much_is_stored()
    {
        var (reader, person) = (site.Get<TodayReader>(), await site.PersonAsync(Site.Communicator));
        var token = TestContext.Current.CancellationToken;
        var (before, few) = await CountedTransactions.OfAsync(() => reader.ReadAsync(person, token));
        for (var batch = 0; batch < 12; batch++)
        {
            var transaction = new Transaction(Keys.Editorial);
            for (var one = 0; one < 100; one++)
            {
                var item = $"nhieu-{batch:D2}-{one:D2}";
                transaction.Put(
                    Keys.Inbox(Site.Thai, item, 1),
                    new InboxEntry(
                        new(new(item), 1, new(Site.Thai)), ItemKind.Article, item, TranslationState.Wanted, Sample: true,
                        [person.Commune!.Value], site.Time.GetUtcNow(), 3, 3, null, null),
                    TranslationJson.Default.InboxEntry);
            }

            await transaction.CommitAsync(site.Store.Editorial, token);
        }

        var (after, many) = await CountedTransactions.OfAsync(() => reader.ReadAsync(person, token));

        Assert.Equal(few, many);
        Assert.InRange(many, 1, 7);
        Assert.True(after.Count > before.Count + 500);
        Assert.True(after.Found.AndMore);
        using var visitor = site.Visit(Site.Communicator);
        Assert.Equal(TodayList.PageSize, Card().Count((await visitor.ReadAsync("/today")).Html));
        for (var batch = 0; batch < 12; batch++)
        {
            var transaction = new Transaction(Keys.Editorial);
            for (var one = 0; one < 100; one++)
            {
                transaction.Delete(Keys.Inbox(Site.Thai, $"nhieu-{batch:D2}-{one:D2}", 1));
            }

            await transaction.CommitAsync(site.Store.Editorial, token);
        }
    }

    [GeneratedRegex("<li>\\s*<h2>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Card();

    [GeneratedRegex(
        "<a class=\"button\" href=\"(?<address>[^\"]+)\" aria-label",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FirstAct();
}
