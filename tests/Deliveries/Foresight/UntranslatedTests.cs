using Azure;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Foresight;
using Dissemination.Intake;
using Dissemination.Tests.Flow;
using Dissemination.Translation;

namespace Dissemination.Tests.Deliveries.Foresight;

/// <summary>Places that carry no Vietnamese wait for their translation, or get Vietnamese where a person chose that.</summary>
public sealed class UntranslatedTests(ThaiOnlyPlaces rooms) : IClassFixture<ThaiOnlyPlaces>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_wait_where_nobody_chose_otherwise()
    {
        await HandInAsync("cho-ban-dich");
        await rooms.PublishAsync();
        Assert.Equal(["telegram"], await PlacesAsync("cho-ban-dich"));
    }

    [Fact]
    public async Task They_get_Vietnamese_where_the_file_says_so_and_it_was_told_before()
    {
        await HandInAsync("tieng-viet-truoc", "untranslated: vietnamese", approved: false);
        var item = await ItemAsync("tieng-viet-truoc");
        Assert.Equal(2, Assert.Single(await rooms.Get<DeliveryForesight>().OfApprovalsAsync([item], Cancellation)).Ready.Places);
        await rooms.Get<ItemCommands>().ApproveAsync(item.Id, new("lanh-dao"), ("MẪU-31", null), ETag.All, Cancellation);
        await rooms.PublishAsync();
        Assert.Equal(["telegram", "thai"], await PlacesAsync("tieng-viet-truoc"));
    }

    [Fact]
    public async Task A_person_chooses_after_it_went_out_and_nothing_is_posted_twice()
    {
        await HandInAsync("chon-sau");
        await rooms.PublishAsync();
        var posts = rooms.Telegram.Posts.Count;

        var chosen = await rooms.Get<ItemCommands>().ChooseAsync(
            new("chon-sau"), new("can-bo"), Untranslated.Vietnamese, ETag.All, Cancellation);
        Assert.True(chosen.IsValid);
        await rooms.PublishAsync();

        Assert.Equal(["telegram", "thai"], await PlacesAsync("chon-sau"));
        Assert.Equal(posts + 1, rooms.Telegram.Posts.Count);
        var record = await rooms.Get<ItemReader>().HistoryAsync(new("chon-sau"), Cancellation).ToListAsync(Cancellation);
        Assert.Contains(record, entry => entry is { What: "untranslated-vietnamese", Who: "can-bo" });
        var refused = await rooms.Get<ItemCommands>().ChooseAsync(
            new("chon-sau"), new("bung-lao-1"), Untranslated.Wait, ETag.All, Cancellation);
        Assert.False(refused.IsValid);
    }

    [Fact]
    public async Task What_has_an_approved_translation_gets_that_alone()
    {
        await HandInAsync("co-ban-dich", "untranslated: vietnamese", approved: false);
        await TranslateAsync("co-ban-dich.1.blt-Tavt");
        await rooms.Get<ItemCommands>().ApproveAsync(new("co-ban-dich"), new("lanh-dao"), ("MẪU-32", null), ETag.All, Cancellation);
        await rooms.PublishAsync();
        Assert.Equal(["telegram"], await PlacesAsync("co-ban-dich"));
        Assert.Equal(["telegram", "thai"], await PlacesAsync("co-ban-dich", "blt-Tavt"));
    }

    private async Task TranslateAsync(string version)
    {
        var (service, row) = (rooms.Get<TranslationService>(), await rooms.TranslationAsync(version));
        var id = row.Value.TextId;
        var written = await service.DraftAsync(
            id, new("ꪜꪴꪀ ꪣꪀ", null, "ꪜꪴꪀ 40.000 ꪭꪱ ꪣꪀ"), await rooms.PersonAsync("bung-lao-1"), row.ETag, Cancellation);
        var asked = await service.SubmitAsync(id, await rooms.PersonAsync("bung-lao-1"), written.Value!.ETag, Cancellation);
        var approved = await service.ApproveAsync(id, await rooms.PersonAsync("bung-lao-2"), asked.Value!.ETag, Cancellation);
        Assert.True(approved.IsDone, approved.Problem?.Code);
    }

    private Task<HandIn> HandInAsync(string item, string line = "", bool approved = true) => rooms.HandInAsync(
        $"items/{item}.md", SampleFiles.Article($"Bài {item}", approved: approved, frontMatter: $"communes: [bung-lao]\n{line}".Trim()));

    private async Task<Item> ItemAsync(string item) => (await rooms.Get<ItemReader>().FindAsync(new(item), Cancellation))!.Value;

    private async Task<IEnumerable<string>> PlacesAsync(string item, string language = "vi") =>
        (await rooms.Get<DeliveryReader>().OfAsync(VersionId.Parse($"{item}.1.{language}", null), Cancellation).ToListAsync(Cancellation))
        .Select(stored => stored.Value.Id.Destination.Name).Order(StringComparer.Ordinal);
}
