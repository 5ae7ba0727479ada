using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Tests.Flow;
using Dissemination.Translation;

namespace Dissemination.Tests.Translation;

/// <summary>Translations as people of the communes work at them.</summary>
public sealed class TranslationsTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_accepted_item_wants_a_translation_for_each_language_that_its_communes_speak()
    {
        await rooms.HandInAsync("items/cac-tieng.md", SampleFiles.Article("Các tiếng"));

        Assert.Equal(["blt-Tavt", "hmn-Latn-x-chv"], await LanguagesAsync("cac-tieng"));
        await rooms.HandInAsync("items/mot-xa.md", SampleFiles.Article("Một xã", frontMatter: "communes: [sin-thau]"));
        Assert.Empty(await LanguagesAsync("mot-xa"));
    }

    [Fact]
    public async Task Of_two_edits_at_once_the_second_gets_a_conflict_and_overwrites_nothing()
    {
        await rooms.HandInAsync("items/cung-sua.md", SampleFiles.Article("Cùng sửa"));
        var (id, read) = (VersionId.Parse("cung-sua.1.blt-Tavt", null), await rooms.TranslationAsync("cung-sua.1.blt-Tavt"));

        var first = await rooms.Get<TranslationService>()
            .DraftAsync(id, new("ꪹꪣꪉ", null, "ꪵꪒꪉ"), await rooms.PersonAsync("bung-lao-1"), read.ETag, Cancellation);
        var second = await rooms.Get<TranslationService>()
            .DraftAsync(id, new("ꪹꪣꪉ", null, "ꪣꪉ"), await rooms.PersonAsync("bung-lao-2"), read.ETag, Cancellation);

        Assert.True(first.IsDone);
        Assert.Equal(nameof(ProblemTexts.ChangedMeanwhile), second.Problem?.Code);
        Assert.Equal("ꪵꪒꪉ", (await rooms.TranslationAsync("cung-sua.1.blt-Tavt")).Value.Text.Body);
    }

    [Theory]
    [InlineData("na-bung-1", nameof(ProblemTexts.NotYourLanguage))]
    [InlineData("can-bo", nameof(ProblemTexts.NotACommunicator))]
    public async Task Only_people_with_that_language_and_that_commune_work_at_it(string person, string problem)
    {
        await rooms.HandInAsync("items/ai-dich.md", SampleFiles.Article("Ai dịch"));
        var read = await rooms.TranslationAsync("ai-dich.1.blt-Tavt");

        var refused = await rooms.Get<TranslationService>()
            .DraftAsync(read.Value.Id, new("ꪹꪣꪉ", null, "ꪵꪒꪉ"), await rooms.PersonAsync(person), read.ETag, Cancellation);

        Assert.Equal(problem, refused.Problem?.Code);
    }

    [Fact]
    public async Task An_inbox_holds_what_is_open_and_nothing_else()
    {
        await rooms.HandInAsync("items/hop-thu.md", SampleFiles.Article("Hộp thư"));
        await rooms.HandInAsync("items/hop-thu.blt-Tavt.md", "---\ntitle: ꪹꪣꪉ\nsample: true\n---\nꪵꪒꪉ 40.000 ha.\n");
        var entry = await EntryAsync();
        Assert.Equal((TranslationState.InReview, true), (entry!.State, entry.Sample));

        var read = await rooms.TranslationAsync("hop-thu.1.blt-Tavt");
        await rooms.Get<TranslationService>().ApproveAsync(read.Value.Id, await rooms.PersonAsync("bung-lao-1"), read.ETag, Cancellation);
        Assert.Null(await EntryAsync());

        async Task<InboxEntry?> EntryAsync() =>
            (await rooms.Get<TranslationService>().InboxAsync(new("blt-Tavt"), null, Cancellation)).Rows.Select(row => row.Value)
                .SingleOrDefault(row => row.Version.Item.Value == "hop-thu");
    }

    [Fact]
    public async Task A_changed_source_outdates_its_translation_and_wants_a_new_one()
    {
        await rooms.HandInAsync("items/doi-goc.md", SampleFiles.Article("Đổi gốc"));
        await rooms.HandInAsync("items/doi-goc.md", SampleFiles.Article("Đổi gốc", body: "Bà con trồng 41.000 ha."));

        Assert.Equal(TranslationState.Outdated, (await rooms.TranslationAsync("doi-goc.1.blt-Tavt")).Value.State);
        Assert.Equal(TranslationState.Wanted, (await rooms.TranslationAsync("doi-goc.2.blt-Tavt")).Value.State);
    }

    [Fact]
    public async Task Every_step_is_in_the_record_with_who_and_when()
    {
        await rooms.HandInAsync("items/ghi-lai.md", SampleFiles.Article("Ghi lại"));
        var read = await rooms.TranslationAsync("ghi-lai.1.blt-Tavt");
        var drafted = await rooms.Get<TranslationService>()
            .DraftAsync(read.Value.Id, new("ꪹꪣꪉ", null, "ꪵꪒꪉ 40.000 ha."), await rooms.PersonAsync("bung-lao-1"), read.ETag, Cancellation);
        await rooms.Get<TranslationService>()
            .SubmitAsync(read.Value.Id, await rooms.PersonAsync("bung-lao-1"), drafted.Value!.ETag, Cancellation);

        var history = await rooms.Get<ItemReader>().HistoryAsync(new("ghi-lai"), Cancellation).Select(entry => (entry.Who, entry.What))
            .ToListAsync(Cancellation);

        Assert.Contains(("can-bo", "revision-accepted"), history);
        Assert.Contains(("bung-lao-1", "translation-drafted"), history);
        Assert.Contains(("bung-lao-1", "translation-submitted"), history);
    }

    private async Task<List<string>> LanguagesAsync(string item) =>
        await rooms.Get<TranslationService>().OfAsync(new(item), 1, Cancellation).Select(row => row.Value.Id.Language.Value)
            .ToListAsync(Cancellation);
}
