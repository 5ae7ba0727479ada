using System.Net;
using System.Text.RegularExpressions;
using Dissemination.Content;
using Dissemination.Deliveries;

namespace Dissemination.Tests.Web;

/// <summary>An item's places: commune by commune with counts, and within one of them place by place.</summary>
public sealed partial class ItemDeliveriesPageTests(Site site) : IClassFixture<Site>
{
    private const string List = $"/items/{Site.Published}/deliveries";

    [Fact]
    public async Task Many_places_are_folded_by_commune_and_turned_over_within_one_while_the_state_stays_chosen()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var due = await site.Get<DeliveryReader>().OfAsync(new ItemId(Site.Published), cancellation)
            .CountAsync(
                stored => stored.Value.State is DeliveryState.Due && stored.Value.Id.Destination.Commune.Value == Site.ManyGroups,
                cancellation);
        using var staff = site.Visit(Site.Staff);

        var (_, folded) = await staff.ReadAsync(List);
        var (_, behind) = await staff.ReadAsync($"{List}?commune={Site.ManyGroups}&from={int.MaxValue}");
        var (_, chosen) = await staff.ReadAsync($"{List}?state=due");
        List<int> pages = [];
        var next = $"{List}?state=due&commune={Site.ManyGroups}";
        while (next.Length > 0)
        {
            var (status, html) = await staff.ReadAsync(next);
            Assert.Equal(HttpStatusCode.OK, status);
            pages.Add(Place().Count(html));
            next = WebUtility.HtmlDecode(Next().Match(html).Groups["address"].Value);
        }

        Assert.Equal(0, Place().Count(folded));
        Assert.DoesNotContain("rel=\"next\"", behind, StringComparison.Ordinal);
        Assert.Contains($"href=\"{List}?commune={Site.ManyGroups}\"", folded, StringComparison.Ordinal);
        Assert.Contains($"href=\"{List}?state=due&amp;commune={Site.ManyGroups}\"", chosen, StringComparison.Ordinal);
        Assert.Equal((due, 20), (pages.Sum(), pages.Max()));
    }

    [Fact]
    public async Task A_communicator_reads_the_places_of_the_own_commune_at_once_and_no_others()
    {
        using var communicator = site.Visit(Site.Communicator);
        var (_, own) = await communicator.ReadAsync(List);
        var (_, foreign) = await communicator.ReadAsync($"{List}?commune=na-tau");

        Assert.True(Place().Count(own) > 0, own);
        Assert.DoesNotContain("Nà Tấu", own, StringComparison.Ordinal);
        Assert.Contains($"{Texts.AiringAct} <span class=\"soft block\">", own, StringComparison.Ordinal);
        Assert.Equal(0, Place().Count(foreign));
    }

    [GeneratedRegex("<td class=\"head\">", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(
        "rel=\"next\" href=\"(?<address>[^\"]+)\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Next();
}
