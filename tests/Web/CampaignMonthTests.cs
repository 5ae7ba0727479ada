using System.Diagnostics;
using System.Net;
using Dissemination.Directory;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Campaign;
using Dissemination.Tests.Reach.Summary;

namespace Dissemination.Tests.Web;

/// <summary>The campaign page over a whole month of the province: 450 items, some 200,000 deliveries.</summary>
public sealed class CampaignMonthTests(Site site) : IClassFixture<Site>
{
    private const int Items = 450;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_month_of_450_items_is_read_in_ten_transactions_at_most_and_all_filters_too()
    {
        var directory = await site.Get<DirectoryStore>().CurrentAsync(Cancellation);
        var month = new SimulatedMonth(450, Items, slugs: [.. directory.Current.Select(commune => commune.Id.Value)]);
        foreach (var summary in month.Summaries())
        {
            Assert.True(await site.Get<SummaryStore>().TrySaveAsync(null, summary, Cancellation));
        }

        foreach (var filter in (CampaignFilter[])[new(), new(new DateOnly(2026, 11, 1)), new(null, SimulatedMonth.Thai, "macadamia"),
            new() { IsWhole = true, Channel = ChannelKind.Facebook, Commune = directory.Current.First().Id },
        ])
        {
            var (input, transactions) =
                await CountedTransactions.OfAsync(() => site.Get<CampaignReader>().ReadAsync(filter, Cancellation));

            Assert.True(input.Items.Count >= Items);
            Assert.NotEmpty(CampaignFigures.Of(input).Board);
            Assert.InRange(transactions, 1, 10);
        }

        using var leader = site.Visit(Site.Leader);
        List<double> took = [];
        for (var times = 0; times < 9; times++)
        {
            var begun = Stopwatch.GetTimestamp();
            Assert.Equal(HttpStatusCode.OK, (await leader.ReadAsync("/campaign")).Status);
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"median {took.Order().ElementAt(4):N0} ms of {took.Min():N0} to {took.Max():N0}");
    }
}
