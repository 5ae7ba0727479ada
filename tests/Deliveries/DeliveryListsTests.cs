using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries;

public sealed class DeliveryListsTests(DeliveryListsTests.ManyBlocks rooms) : IClassFixture<DeliveryListsTests.ManyBlocks>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DeliveryPages Lists => rooms.Get<DeliveryPages>();

    [Fact]
    public async Task A_list_over_all_items_shows_each_delivery_once_whatever_block_it_stands_in()
    {
        var pages = await PagesAsync(null, null);

        Assert.All(pages.SkipLast(1), page => Assert.Equal(100, page.Rows.Count));
        Assert.Equal(ManyBlocks.All.Select(id => id.ToString()).Order(StringComparer.Ordinal), Ids(pages));
    }

    [Theory]
    [InlineData(nameof(DeliveryState.Failed), "na-bung")]
    [InlineData(nameof(DeliveryState.Failed), null)]
    [InlineData(nameof(DeliveryState.Withdrawn), null)]
    public async Task What_is_looked_for_in_all_blocks_is_found_and_nothing_else(string name, string? commune)
    {
        var state = Enum.Parse<DeliveryState>(name);
        var pages = await PagesAsync(state, commune is null ? null : new CommuneId(commune));

        var wanted = ManyBlocks.All.Where(
            id => ManyBlocks.StateOf(id) == state && (commune is null || id.Destination.Commune.Value == commune));
        Assert.Equal(wanted.Select(id => id.ToString()).Order(StringComparer.Ordinal), Ids(pages));
    }

    [Fact]
    public async Task A_page_takes_three_transactions_however_little_it_finds()
    {
        var (page, transactions) = await CountedTransactions.OfAsync(
            () => Lists.PageAsync(DeliveryState.Withdrawn, null, null, null, Cancellation));

        Assert.Equal((0, 3), (page.Rows.Count, transactions));
        Assert.NotNull(page.Next);
    }

    [Fact]
    public async Task The_token_of_a_list_opens_no_other()
    {
        var first = await Lists.PageAsync(null, null, null, null, Cancellation);

        await Assert.ThrowsAsync<BadPageTokenException>(() => Lists.PageAsync(DeliveryState.Failed, null, null, first.Next, Cancellation));
        await Assert.ThrowsAsync<BadPageTokenException>(
            () => Lists.PageAsync(null, ManyBlocks.All[0].Version.Item, null, first.Next, Cancellation));
        await Assert.ThrowsAsync<BadPageTokenException>(() => Lists.PageAsync(null, null, null, first.Next![1..], Cancellation));
    }

    private static IEnumerable<string> Ids(IEnumerable<Page<Delivery>> pages) =>
        pages.SelectMany(page => page.Rows).Select(row => row.Value.Id.ToString()).Order(StringComparer.Ordinal);

    private async Task<List<Page<Delivery>>> PagesAsync(DeliveryState? state, CommuneId? commune)
    {
        List<Page<Delivery>> pages = [];
        do
        {
            pages.Add(await Lists.PageAsync(state, null, commune, pages.LastOrDefault()?.Next, Cancellation));
        }
        while (pages[^1].Next is not null);

        return pages;
    }

    /// <summary>
    /// The deliveries of many items to two communes; those of one item are more than a page, and the blocks of all than three looks find.
    /// </summary>
    public sealed class ManyBlocks : Rooms
    {
        internal static IReadOnlyList<DeliveryId> All { get; } =
        [
            .. from item in Enumerable.Range(0, 60)
               from commune in new[] { "bung-lao", "na-bung" }
               from place in Enumerable.Range(0, item == 0 ? 90 : 7)
               select DeliveryId.Parse($"nam-{item:D2}.1.vi.{commune}.nhom-{place:D2}", null),
        ];

        internal static DeliveryState StateOf(DeliveryId id) =>
            id.Destination.Name.EndsWith('0') ? DeliveryState.Failed : DeliveryState.Delivered;

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            foreach (var version in All.GroupBy(id => id.Version))
            {
                await Get<DeliveryLedger>().AddAsync([.. version.Select(Delivery)], CancellationToken.None);
            }
        }

        private Delivery Delivery(DeliveryId id) => new()
        {
            Id = id,
            Channel = ChannelKind.Telegram,
            Lane = "telegram_tinh",
            State = StateOf(id),
            PlannedAt = Time.GetUtcNow(),
            Link = LinkCode.Of(id).ToString(),
        };
    }
}
