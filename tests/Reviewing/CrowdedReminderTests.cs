using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Reviewing;

/// <summary>A commune with more communicators than one transaction takes.</summary>
public sealed class CrowdedReminderTests(ReviewerHouse house) : IClassFixture<ReviewerHouse>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_many_work_for_a_commune_each_is_reminded_once()
    {
        var crowd = Enumerable.Range(1, 120)
            .Select(number => $"ban-{number},Trưởng bản số {number} xã Búng Lao,communicator,bung-lao,vi,{1_000 + number}");
        await house.HandInDirectoryAsync(people: $"{ReviewerHouse.People}\n{string.Join('\n', crowd)}\n");
        await house.HandInAsync("items/nhac-dong.md", SampleFiles.Article("Nhắc đông người", frontMatter: "communes: [bung-lao]"));
        await house.PublishAsync();
        house.Time.Advance(TimeSpan.FromHours(21));

        await house.Get<HandTaskReminder>().RemindAsync(Cancellation);
        await house.Get<HandTaskReminder>().RemindAsync(Cancellation);

        var told = await house.Store.Editorial
            .StartingWithAsync(Keys.Editorial, KeysOfReviewing.ReminderDuePrefix, DeliveriesJson.Default.ReminderDue, Cancellation)
            .Select(row => row.Value.Person)
            .ToListAsync(Cancellation);
        Assert.Equal(123, told.Count);
        Assert.Equal(123, told.Distinct().Count());
    }
}
