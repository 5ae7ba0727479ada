using Azure;
using Azure.Core;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Storage;
using Dissemination.Translation;

namespace Dissemination.Tests.Translation;

/// <summary>What becomes of the translations of an item that is withdrawn.</summary>
public sealed class TranslationCloserTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static readonly VersionText Words = new("ꪹꪣꪉ", null, "ꪵꪒꪉ 40.000 ha ꪣꪉ.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TranslationService Translations => rooms.Get<TranslationService>();

    [Fact]
    public async Task They_leave_every_inbox_nobody_works_at_them_and_the_record_says_why()
    {
        var id = await DraftedAsync("rut-khi-dang-dich");
        await rooms.Get<VariantCommands>().StartAsync(id, await rooms.PersonAsync("bung-lao-1"), Cancellation);
        Assert.Equal(2, await WaitingAsync(id));

        await WithdrawAsync(id);
        await rooms.Get<StopDispatcher>().StopDueAsync(Cancellation);
        await rooms.Get<StopDispatcher>().StopDueAsync(Cancellation);

        Assert.Equal(0, await WaitingAsync(id));
        var read = await rooms.TranslationAsync(id.ToString());
        Assert.Equal((Words, false), (read.Value.Text, read.Value.IsOpen));
        var closed = (await rooms.Get<ItemReader>().HistoryAsync(id.Item, Cancellation).ToListAsync(Cancellation))
            .FindAll(line => line.What == TranslationCloser.Closed);
        Assert.Equal(
            [null, "bung-lao"],
            closed.Where(line => line.Language == "blt-Tavt").Select(line => line.Commune).Order(StringComparer.Ordinal));
        Assert.All(closed, line => Assert.Equal(("can-bo", "Sai số liệu"), (line.Who, line.Detail)));
    }

    [Fact]
    public async Task Nobody_writes_at_them_even_before_they_are_closed()
    {
        var id = await DraftedAsync("rut-roi-con-viet");
        await WithdrawAsync(id);

        var drafted = await Translations.DraftAsync(
            id, Words with { Title = "ꪣꪉ" }, await rooms.PersonAsync("bung-lao-1"), ETag.All, Cancellation);
        var variant = await rooms.Get<VariantCommands>().StartAsync(id, await rooms.PersonAsync("bung-lao-1"), Cancellation);

        Assert.Equal((nameof(ProblemTexts.ItemWithdrawn), "Sai số liệu"), (drafted.Problem?.Code, drafted.Problem?.Arguments[0]));
        Assert.Equal(nameof(ProblemTexts.ItemWithdrawn), variant.Problem?.Code);
    }

    [Fact]
    public async Task An_item_that_comes_back_brings_them_back_with_their_words()
    {
        var id = await DraftedAsync("rut-roi-dua-lai");
        await WithdrawAsync(id);
        await rooms.Get<StopDispatcher>().StopDueAsync(Cancellation);

        await rooms.HandInAsync(
            $"items/{id.Item}.md", SampleFiles.Article($"Tin {id.Item}", frontMatter: "communes: [bung-lao]\noverflow: split"));

        var again = id with { Revision = 2 };
        Assert.Equal(1, await WaitingAsync(again));
        Assert.Equal(
            (TranslationState.Drafted, Words),
            ((await rooms.TranslationAsync(again.ToString())).Value.State, (await rooms.TranslationAsync(again.ToString())).Value.Text));
    }

    [Fact]
    public async Task What_is_written_in_the_moment_in_which_its_item_has_expired_is_closed_all_the_same()
    {
        var until = LocalTime.DayOf(rooms.Time.GetUtcNow().AddDays(1)).ToString("yyyy-MM-dd", null);
        var id = await DraftedAsync("het-han-dang-viet", $"\nexpiresAt: {until}");
        rooms.Time.Advance(TimeSpan.FromDays(3));
        var (last, person) = (Words with { Title = "ꪣꪉ" }, await rooms.PersonAsync("bung-lao-1"));
        var written = new Meanwhile(
            call => call.Method == RequestMethod.Post,
            async () => Assert.Null((await Translations.DraftAsync(id, last, person, ETag.All, Cancellation)).Problem));
        var closer = new TranslationCloser(
            rooms.StoreWith(written),
            rooms.Get<ItemReader>(),
            Translations,
            rooms.Get<DirectoryStore>(),
            rooms.Get<ReviewNotificationOptions>(),
            rooms.Time);

        await closer.CloseAsync(id.Item, Cancellation);

        var read = await rooms.TranslationAsync(id.ToString());
        Assert.Equal((last, false), (read.Value.Text, read.Value.IsOpen));
    }

    private async Task<VersionId> DraftedAsync(string item, string more = "")
    {
        await rooms.HandInAsync($"items/{item}.md", SampleFiles.Article($"Tin {item}", frontMatter: $"communes: [bung-lao]{more}"));
        var id = VersionId.Parse($"{item}.1.blt-Tavt", null);
        Assert.Null((await Translations.DraftAsync(id, Words, await rooms.PersonAsync("bung-lao-1"), ETag.All, Cancellation)).Problem);
        return id;
    }

    private async Task WithdrawAsync(VersionId id) =>
        Assert.True((await rooms.Get<ItemCommands>().WithdrawAsync(id.Item, new("can-bo"), "Sai số liệu", ETag.All, Cancellation)).IsValid);

    private async Task<int> WaitingAsync(VersionId id) =>
        (await Translations.InboxAsync(id.Language, continuation: null, Cancellation)).Rows.Count(row => row.Value.Version == id);
}
