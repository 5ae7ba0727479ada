using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Reviewing;
using Dissemination.Simulators.Telegram;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Reviewing;

/// <summary>Hand tasks of which the bot reminds those who joined it.</summary>
public sealed class TaskReminderTests(ReviewerHouse house) : IClassFixture<ReviewerHouse>
{
    private const string Soon = "Còn 1 việc làm tay chưa làm";
    private const string Late = "1 việc làm tay đã quá hạn";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_who_joined_is_reminded_once_before_and_once_after_however_often_the_timer_comes()
    {
        await house.HandInAsync("items/nhac-bot.md", SampleFiles.Article("Nhắc bằng bot", frontMatter: "communes: [bung-lao]"));
        await house.PublishAsync();
        await RemindAsync();
        Assert.Empty(Told(Soon));

        house.Time.Advance(TimeSpan.FromHours(21));
        // Cut off behind the hand-over, and begun anew.
        await house.Get<HandTaskReminder>().RemindAsync(Cancellation);
        await RemindAsync();
        await RemindAsync();
        Assert.Equal([101L, 102, 103], Told(Soon).Select(post => post.Chat).Order());
        Assert.All(Told(Soon), post => Assert.Contains("https://example.org/hand-tasks", post.Text, StringComparison.Ordinal));
        Assert.Empty(Told(Late));

        house.Time.Advance(TimeSpan.FromHours(4));
        await Task.WhenAll(RemindAsync(), RemindAsync());
        await RemindAsync();
        Assert.Equal([101L, 102, 103], Told(Late).Select(post => post.Chat).Order());

        // What was confirmed and taken back is the same task: its people know of it.
        var task = DeliveryId.Parse("nhac-bot.1.vi.bung-lao.loa", null);
        var person = await house.PersonAsync("bung-lao-1");
        await house.Get<DeliveryCommands>().ExecuteOneAsync(new DeliveryCommand.Confirm(null), task, person, Cancellation);
        await house.Get<DeliveryCommands>().ExecuteOneAsync(new DeliveryCommand.TakeBack(), task, person, Cancellation);
        await RemindAsync();
        Assert.Equal(3, Told(Soon).Count);
        Assert.Equal(3, Told(Late).Count);
    }

    private List<TelegramPost> Told(string words) =>
        [.. house.Telegram.Posts.Where(post => post.Token == ReviewerHouse.Token && post.Text.Contains(words, StringComparison.Ordinal))];

    private async Task RemindAsync()
    {
        await house.Get<HandTaskReminder>().RemindAsync(Cancellation);
        await house.Get<TaskReminders>().TellAsync(Cancellation);
    }
}
