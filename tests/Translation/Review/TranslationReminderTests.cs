using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Tests.Flow;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Translation.Review;

public sealed class TranslationReminderTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commune_is_reminded_once_of_what_it_was_asked_for_and_is_late_and_no_more_when_it_is_taken_back()
    {
        await rooms.HandInAsync("items/nhac-dich.md", SampleFiles.Article("Nhắc dịch"));
        var version = VersionId.Parse("nhac-dich.1.blt-Tavt", null);
        var due = rooms.Time.GetUtcNow() + TimeSpan.FromDays(2);
        await AssignAsync(version, new(new("bung-lao"), null, due, new("can-bo")));
        await RemindAsync();
        Assert.Empty(await RemindersAsync());

        rooms.Time.Advance(TimeSpan.FromDays(3));
        await RemindAsync();
        var raised = Assert.Single(await RemindersAsync());
        Assert.Equal((nameof(ProblemTexts.TranslationsLate), "1"), (raised.Problem.Code, raised.Problem.Arguments[0]));
        rooms.Time.Advance(TimeSpan.FromHours(1));
        await RemindAsync();
        Assert.Equal(raised.At, Assert.Single(await RemindersAsync()).At);

        await AssignAsync(version, null);
        await RemindAsync();
        Assert.Empty(await RemindersAsync());
    }

    private Task RemindAsync() => rooms.Get<TranslationReminder>().RemindAsync(Cancellation);

    private async Task AssignAsync(VersionId version, Assignment? assignment) =>
        Assert.Null(
            (await rooms.Get<TranslationService>()
                .AssignAsync(version, assignment, await rooms.PersonAsync("can-bo"), ETag.All, Cancellation)).Problem);

    private async Task<IEnumerable<Alert>> RemindersAsync() =>
        (await rooms.Get<AlertStore>().OfCommuneAsync("bung-lao", null, Cancellation)).Rows.Select(row => row.Value)
            .Where(alert => alert.Kind == TranslationReminder.AlertKind);
}
