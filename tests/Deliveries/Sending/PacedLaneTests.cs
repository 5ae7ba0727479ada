using System.Globalization;
using System.Text;
using Dissemination.Deliveries;
using Dissemination.Problems;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Local;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>A lane that may send five posts a second.</summary>
public sealed class PacedLaneTests(PacedLaneTests.Limited rooms) : IClassFixture<PacedLaneTests.Limited>
{
    private const int Chats = 20;

    [Fact]
    public async Task It_keeps_its_pace_though_a_destination_is_gone_from_the_directory()
    {
        await rooms.HandInDirectoryAsync(destinations: Destinations(first: 0));
        await rooms.HandInAsync("items/dung-nhip.md", SampleFiles.Article("Đúng nhịp"));
        await rooms.PlanAsync();
        await rooms.HandInDirectoryAsync(destinations: Destinations(first: 1));

        var begunAt = rooms.Time.GetUtcNow();
        await WorkAsync();
        var seconds = (int)(rooms.Time.GetUtcNow() - begunAt).TotalSeconds;
        Assert.InRange(Posted, 1, Limited.PerSecond * (seconds + 1));
        for (var turn = 0; turn < 5; turn++)
        {
            rooms.Time.Advance(TimeSpan.FromSeconds(1));
            await WorkAsync();
        }

        Assert.Equal(Chats - 1, Posted);
        var gone = await rooms.DeliveryAsync("dung-nhip.1.vi.bung-lao.kenh-00");
        Assert.Equal((DeliveryState.Failed, nameof(ProblemTexts.DestinationGone)), (gone.State, gone.Reason?.Code));
    }

    private int Posted => rooms.Telegram.Posts.Count(post => post.Text.StartsWith("Đúng nhịp", StringComparison.Ordinal));

    /// <summary>One invocation on the lane, while the clock goes on.</summary>
    private async Task WorkAsync()
    {
        var work = rooms.WakeAsync();
        await Eventually.IsTrueAsync(
            () =>
            {
                rooms.Time.Advance(TimeSpan.FromMilliseconds(50));
                return work.IsCompleted;
            },
            "the invocation ends");
        await work;
    }

    private static string Destinations(int first)
    {
        var rows = new StringBuilder("commune,id,channel,name,address,credential,languages\n");
        for (var chat = first; chat < Chats; chat++)
        {
            rows.Append(
                CultureInfo.InvariantCulture, $"bung-lao,kenh-{chat:D2},telegram,Kênh {chat} (mẫu),-{3_000 + chat},telegram_tinh,\n");
        }

        return rows.ToString();
    }

    public sealed class Limited : Rooms
    {
        public const int PerSecond = 5;

        private protected override void Configure(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(
            [new("Channels:Telegram:PerSecond", PerSecond.ToString(CultureInfo.InvariantCulture))]);
    }
}
