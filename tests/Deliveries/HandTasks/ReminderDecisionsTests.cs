using Dissemination.Deliveries.HandTasks;

namespace Dissemination.Tests.Deliveries.HandTasks;

public sealed class ReminderDecisionsTests
{
    private static readonly DateTimeOffset Late = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Soon = Late.AddHours(4);

    [Fact]
    public void Each_task_is_told_once_before_it_is_late_and_once_after()
    {
        LateTasks[] waiting = [new(2, Late.AddHours(-1)), new(3, Late.AddHours(1)), new(4, Late.AddHours(5))];

        var first = ReminderDecisions.News(waiting, told: null, Late, Soon);
        Assert.Equal((new(3, Late.AddHours(1)), new(2, Late.AddHours(-1))), (first.Soon, first.Late));
        var again = ReminderDecisions.News(waiting, first.Told, Late, Soon);
        Assert.Equal((null, null, first.Told), again);

        // Two hours later the three are late, and the four will be.
        var later = ReminderDecisions.News(waiting, again.Told, Late.AddHours(2), Soon.AddHours(2));
        Assert.Equal((new(4, Late.AddHours(5)), new(3, Late.AddHours(1))), (later.Soon, later.Late));
        Assert.Equal((null, null, later.Told), ReminderDecisions.News(waiting, later.Told, Late.AddHours(2), Soon.AddHours(2)));
    }

    [Fact]
    public void What_nobody_was_reminded_of_in_time_is_told_as_late_alone()
    {
        var news = ReminderDecisions.News([new(2, Late.AddHours(-30))], told: null, Late, Soon);

        Assert.Equal((null, new(2, Late.AddHours(-30))), (news.Soon, news.Late));
    }

    [Fact]
    public void People_are_reminded_half_of_their_time_before_at_most()
    {
        var options = new HandTaskOptions { LateAfter = TimeSpan.FromHours(6), RemindBefore = TimeSpan.FromHours(4) };

        Assert.Equal(TimeSpan.FromHours(3), options.SoonBefore(Soon) - options.LateBefore(Soon));
        Assert.Equal(TimeSpan.FromHours(4), new HandTaskOptions().SoonBefore(Soon) - new HandTaskOptions().LateBefore(Soon));
    }
}
