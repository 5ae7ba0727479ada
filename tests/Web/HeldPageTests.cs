using Dissemination.Deliveries.Waiting;
using System.Net;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Web;

/// <summary>Posts that wait for their commune.</summary>
public sealed class HeldPageTests(Site site) : IClassFixture<Site>
{
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
        Assert.Equal("/held?count=2&done=released", released.Headers.Location!.OriginalString);
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
        Assert.Contains($"/held/{held}/release", (await visitor.ReadAsync("/held")).Html, StringComparison.Ordinal);
        for (var tap = 0; tap < 2; tap++)
        {
            using var released = await visitor.PostAsync("/held", $"/held/{held}/release");
            Assert.Equal("/held?done=released", released.Headers.Location!.OriginalString);
        }

        Assert.DoesNotContain($"/held/{held}/release", (await visitor.ReadAsync("/held")).Html, StringComparison.Ordinal);
    }
}
