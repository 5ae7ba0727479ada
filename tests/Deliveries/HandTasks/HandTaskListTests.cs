using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;

namespace Dissemination.Tests.Deliveries.HandTasks;

public sealed class HandTaskListTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_oldest_come_first_and_what_is_open_is_counted_by_item_and_by_channel()
    {
        var board = HandTaskList.Of(
            [Task("moi", "nhom-1", hours: 1), Task("cu", "nhom-2", hours: 30), Task(
                "cu", "loa", hours: 26, ChannelKind.Loudspeaker), Task("cu", "nhom-1", hours: 2)],
            Now.AddDays(-1),
            andMore: false);

        Assert.Equal(
            ["cu.nhom-2", "cu.loa", "cu.nhom-1", "moi.nhom-1"],
            board.All.Select(entry => $"{entry.Delivery.Version.Item}.{entry.Delivery.Destination.Name}"));
        Assert.Equal((2, Now.AddHours(-30)), (board.Late, board.Oldest));
        Assert.Equal([("cu", 3, 2), ("moi", 1, 0)], board.Groups.Select(group => (group.Version.Item.Value, group.Open, group.Late)));
        Assert.Equal([(ChannelKind.VillageGroup, 3), (ChannelKind.Loudspeaker, 1)], board.Channels);
    }

    [Fact]
    public void The_next_page_goes_on_where_the_first_ended_though_tasks_of_the_first_are_done_meanwhile()
    {
        var tasks = Enumerable.Range(0, 250).Select(number => Task("nhieu", $"nhom-{number:D3}", hours: 250 - number)).ToList();
        var (first, next) = Board(tasks).Page(version: null, channel: null, after: null);
        var (second, _) = Board(tasks.Except(first.Take(60))).Page(version: null, channel: null, next);

        Assert.Equal(HandTaskList.PageSize, first.Count);
        Assert.Equal(tasks.Skip(100).Take(100), second);
        Assert.Null(Board(tasks).Page(null, null, Board(tasks).Page(null, null, next).Next).Next);
    }

    [Fact]
    public void A_page_holds_only_the_item_and_the_channel_that_are_asked_for()
    {
        var board = Board([Task("mot", "nhom-1", 3), Task("hai", "nhom-1", 2), Task("mot", "loa", 1, ChannelKind.Loudspeaker)]);

        Assert.Single(board.Page(VersionId.Parse("hai.1.vi", null), null, null).Entries);
        Assert.Single(board.Page(VersionId.Parse("mot.1.vi", null), ChannelKind.Loudspeaker, null).Entries);
        Assert.Empty(board.Page(VersionId.Parse("hai.1.vi", null), ChannelKind.Loudspeaker, null).Entries);
    }

    private static HandTaskList Board(IEnumerable<WorklistEntry> tasks) => HandTaskList.Of(tasks, Now.AddDays(-1), andMore: false);

    private static WorklistEntry Task(string item, string destination, int hours, ChannelKind channel = ChannelKind.VillageGroup) => new(
        DeliveryId.Parse($"{item}.1.vi.bung-lao.{destination}", null),
        channel,
        destination,
        ItemKind.Article,
        item,
        DeliveryState.Due,
        null,
        Now.AddHours(-hours));
}
