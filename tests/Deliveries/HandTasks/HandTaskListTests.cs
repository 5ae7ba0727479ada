using Dissemination.Content;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Tests.Deliveries.HandTasks;

public sealed class HandTaskListTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_open_is_counted_by_item_and_by_channel_and_what_is_late_since_when()
    {
        var board = Board(
            Head("cu", hours: 30, (ChannelKind.VillageGroup, 2), (ChannelKind.Loudspeaker, 1)),
            Head("cu", hours: 2, (ChannelKind.VillageGroup, 1)),
            Head("moi", hours: 1, (ChannelKind.VillageGroup, 1)));

        Assert.Equal(5, board.Open);
        Assert.Equal(new LateTasks(3, Now.AddHours(-30)), board.Late);
        Assert.Equal(
            [("cu", 4, 3), ("moi", 1, 0)], board.Groups(channel: null).Select(group => (group.Version.Item.Value, group.Open, group.Late)));
        Assert.Equal(
            [("cu", 1, 1)],
            board.Groups(ChannelKind.Loudspeaker).Select(group => (group.Version.Item.Value, group.Open, group.Late)));
        Assert.Equal([(ChannelKind.VillageGroup, 4), (ChannelKind.Loudspeaker, 1)], board.Channels);
    }

    [Fact]
    public void Nothing_is_late_before_its_time()
    {
        Assert.Null(Board(Head("moi", hours: 23, (ChannelKind.Loudspeaker, 1))).Late);
        Assert.Null(HandTaskList.Empty.Late);
    }

    private static HandTaskList Board(params WaitingHead[] heads) => new(
        new([.. heads.Select(head => new Row<WaitingHead>(Keys.HandTasks, "", head, default))], AndMore: false), Now.AddDays(-1));

    private static WaitingHead Head(string item, int hours, params (ChannelKind Channel, int Number)[] counts) => new()
    {
        Commune = new("bung-lao"),
        Version = VersionId.Parse($"{item}.1.vi", null),
        Headline = item,
        Since = Now.AddHours(-hours),
        Counts = [.. counts.Select(count => new WaitingCount(count.Channel, count.Number))],
    };
}
