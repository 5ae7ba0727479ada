using Dissemination.Deliveries.Waiting;
using Azure;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Reports;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Translation;

namespace Dissemination.Tests.Deliveries;

/// <summary>A translation that is edited after it went out: what people have meanwhile, and what its new approval does.</summary>
public sealed class ApprovedAnewTests(TwoDialects rooms) : IClassFixture<TwoDialects>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_an_edit_is_drafted_reviewed_or_returned_everybody_has_the_approved_words()
    {
        const string Version = "con-nhap.1.blt-Tavt", Words = "ꪵꪒꪉ ꪹꪣꪉ 301 ha.";
        await PublishedAsync("con-nhap", Words);

        await rooms.DraftAsync(Version, "ꪣꪉ ꪼꪕ 301 ha.", "muong-ang-1");
        await AssertHasAsync(Version, Words);
        Assert.Null((await Translations.SubmitAsync(IdOf(Version), await rooms.PersonAsync("muong-ang-1"), ETag.All, Cancellation)).Problem);
        await AssertHasAsync(Version, Words);
        Assert.Null(
            (await Translations.ReturnAsync(
                IdOf(Version), "chưa đúng", await rooms.PersonAsync("muong-ang-2"), ETag.All, Cancellation)).Problem);
        await AssertHasAsync(Version, Words);

        // And what is read out meanwhile is confirmed as what it is.
        var done = await rooms.Get<DeliveryCommands>()
            .ConfirmAsync(Loudspeaker(Version), 30, await rooms.PersonAsync("bung-lao-1"), Cancellation);
        Assert.Equal((DeliveryState.Delivered, 1), (done.Value!.Value.State, done.Value.Value.Edition));
    }

    [Fact]
    public async Task Approved_anew_it_is_corrected_everywhere_and_the_same_words_again_correct_nothing()
    {
        const string Version = "sua-khap.1.blt-Tavt", Before = "ꪵꪒꪉ ꪹꪣꪉ 302 ha.", After = "ꪣꪉ ꪼꪕ 302 ha.";
        await PublishedAsync("sua-khap", Before);

        await EditAsync(Version, After);

        await AssertHasAsync(Version, After, task: "loa.edition-2");
        Assert.Equal((0, 0), (rooms.OnTelegram(TwoDialects.MuongAng, Before), rooms.OnTelegram(TwoDialects.BungLao, Before)));
        Assert.DoesNotContain("ꪹꪣꪉ 302", await FeedAsync(), StringComparison.Ordinal);
        foreach (var place in (string[])["muong-ang.telegram", "bung-lao.telegram", "bung-lao.trang-tin"])
        {
            var (post, correction) =
                (await rooms.DeliveryAsync($"{Version}.{place}"), await rooms.DeliveryAsync($"{Version}.{place}.edition-2"));
            Assert.Equal((DeliveryState.Replaced, nameof(ProblemTexts.RevisionReplaced)), (post.State, post.Reason?.Code));
            Assert.Equal(
                (DeliveryState.Delivered, DeliveryAction.Edit, post.Id, 2),
                (correction.State, correction.Action, correction.Target!.Value, correction.Edition));
        }

        // Whoever has the old words before him or her learns that there are others, and the list has the new task alone.
        Assert.Equal(DeliveryState.Replaced, (await rooms.DeliveryAsync($"{Version}.bung-lao.loa")).State);
        Assert.Equal([$"{Version}.bung-lao.loa.edition-2"], await TasksAsync("sua-khap"));

        // What waits for its commune goes out with the new words, once.
        Assert.Null(
            (await rooms.Get<DeliveryCommands>().ReleaseAsync(
                DeliveryId.Parse($"{Version}.na-tau.telegram", null), await rooms.PersonAsync("na-tau-1"), Cancellation)).Problem);
        await rooms.SendAsync();
        Assert.Equal((1, 0), (rooms.OnTelegram(TwoDialects.NaTau, After), rooms.OnTelegram(TwoDialects.NaTau, Before)));

        var calls = rooms.Telegram.Calls;
        Assert.Null(
            (await Translations.ReturnAsync(
                IdOf(Version), "xem lại", await rooms.PersonAsync("muong-ang-2"), ETag.All, Cancellation)).Problem);
        await rooms.ApproveAsync(Version, "muong-ang-1", "muong-ang-2");
        await rooms.PublishAsync();
        Assert.Equal(calls, rooms.Telegram.Calls);
        Assert.Null(await rooms.Get<DeliveryCommands>().FindAsync(
            DeliveryId.Parse($"{Version}.muong-ang.telegram.edition-3", null), Cancellation));

        // And once more: the third words find what the second left, and the report counts each place once.
        await EditAsync(Version, "ꪀꪴꪥ ꪹꪣꪉ 302 ha.");
        Assert.Equal(
            DeliveryId.Parse($"{Version}.muong-ang.telegram.edition-2", null),
            (await rooms.DeliveryAsync($"{Version}.muong-ang.telegram.edition-3")).Target);
        Assert.Equal((1, 0), (rooms.OnTelegram(TwoDialects.MuongAng, "ꪀꪴꪥ ꪹꪣꪉ 302"), rooms.OnTelegram(TwoDialects.MuongAng, After)));
        var line = (await rooms.Get<ReportReader>().ReadAsync(new("sua-khap"), Cancellation))!.Lines
            .Single(one => one.Commune.Id.Value == "muong-ang" && !one.Language.IsVietnamese);
        Assert.Equal((1, 1, ReportLineStatus.Delivered), (line.Deliveries, line.Delivered, line.Status));
    }

    [Fact]
    public async Task What_was_read_out_is_read_out_anew_and_a_withdrawal_takes_down_the_last_words()
    {
        const string Version = "doc-lai.1.blt-Tavt";
        await PublishedAsync("doc-lai", "ꪵꪒꪉ ꪹꪣꪉ 303 ha.");
        var (commands, person) = (rooms.Get<DeliveryCommands>(), await rooms.PersonAsync("bung-lao-1"));
        Assert.Null((await commands.ConfirmAsync(Loudspeaker(Version), 30, person, Cancellation)).Problem);

        await EditAsync(Version, "ꪣꪉ ꪼꪕ 303 ha.");
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync($"{Version}.bung-lao.loa")).State);
        Assert.Equal([$"{Version}.bung-lao.loa.edition-2"], await TasksAsync("doc-lai"));

        // That the old words were not read after all asks nobody to read them now.
        Assert.Equal(
            nameof(ProblemTexts.RevisionReplaced),
            (await commands.ExecuteOneAsync(new DeliveryCommand.TakeBack(), Loudspeaker(Version), person, Cancellation)).Problem?.Code);

        var withdrawn = await rooms.Get<ItemCommands>().WithdrawAsync(new("doc-lai"), new("can-bo"), "sai", ETag.All, Cancellation);
        Assert.True(withdrawn.IsValid);
        await rooms.Get<StopDispatcher>().StopDueAsync(Cancellation);
        await rooms.SendAsync();
        Assert.Equal(0, rooms.OnTelegram(TwoDialects.MuongAng, "303 ha."));
        Assert.Empty(await TasksAsync("doc-lai"));
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync($"{Version}.muong-ang.telegram.edition-2.remove")).State);
    }

    [Fact]
    public async Task An_approval_that_is_taken_back_shows_the_words_to_nobody_until_others_are_approved()
    {
        const string Version = "thu-lai.1.blt-Tavt", After = "ꪣꪉ ꪼꪕ 304 ha.";
        await PublishedAsync("thu-lai", "ꪵꪒꪉ ꪹꪣꪉ 304 ha.");
        Assert.Null(
            (await Translations.ReturnAsync(
                IdOf(Version), "sai số", await rooms.PersonAsync("muong-ang-2"), ETag.All, Cancellation)).Problem);

        foreach (var draft in new[] { null, After })
        {
            if (draft is not null)
            {
                await rooms.DraftAsync(Version, draft, "muong-ang-1");
            }

            Assert.Null(await PublicAsync(Version, "bung-lao"));
            var task = (await rooms.Get<HandTaskPosts>().FindAsync(Loudspeaker(Version), Cancellation))!;
            Assert.Empty(task.Rendered.Parts);
            Assert.Equal([nameof(ProblemTexts.TranslationNotApproved)], task.Notes.Select(note => note.Code));
        }

        await rooms.ApproveAsync(Version, "muong-ang-1", "muong-ang-2");
        await rooms.PublishAsync();
        await AssertHasAsync(Version, After, task: "loa.edition-2");
    }

    [Fact]
    public async Task A_communes_own_words_hold_while_they_are_edited_and_are_corrected_there_alone()
    {
        const string Version = "rieng-sua.1.blt-Tavt", Own = $"{Version}~bung-lao", Words = "ꪣꪉ ꪼꪕ 305 ha.", After = "ꪀꪴꪥ ꪼꪕ 305 ha.";
        await HandInAsync("rieng-sua", 305);
        await rooms.TranslateAsync(Version, "ꪵꪒꪉ ꪹꪣꪉ 305 ha.");
        Assert.Null(await rooms.StartAsync(Version, "bung-lao-1"));
        await rooms.TranslateAsync(Own, Words, "bung-lao");
        await rooms.PublishAsync();

        await rooms.DraftAsync(Own, After, "bung-lao-1");
        await rooms.PublishAsync();
        Assert.Equal([$"{Version}.bung-lao.loa"], await TasksAsync("rieng-sua"));
        Assert.Equal(Words, (await rooms.Get<HandTaskPosts>().FindAsync(Loudspeaker(Version), Cancellation))!.Version.Text.Body);
        Assert.Equal(Words, (await PublicAsync(Version, "bung-lao"))?.Text.Body);

        var elsewhere = await rooms.DeliveryAsync($"{Version}.muong-ang.telegram");
        await rooms.ApproveAsync(Own, "bung-lao-1", "bung-lao-2");
        await rooms.PublishAsync();
        Assert.Equal((1, 0), (rooms.OnTelegram(TwoDialects.BungLao, After), rooms.OnTelegram(TwoDialects.BungLao, Words)));
        Assert.Equal(elsewhere, await rooms.DeliveryAsync($"{Version}.muong-ang.telegram"));
        Assert.Equal([$"{Version}.bung-lao.loa.edition-2"], await TasksAsync("rieng-sua"));
        Assert.Equal(After, (await PublicAsync(Version, "bung-lao"))?.Text.Body);
    }

    [Fact]
    public async Task A_new_revision_corrects_the_last_words_and_leaves_up_what_was_approved_until_then()
    {
        const string Item = "roi-ban-moi", After = "ꪣꪉ ꪼꪕ 306 ha.";
        await PublishedAsync(Item, "ꪵꪒꪉ ꪹꪣꪉ 306 ha.");
        await EditAsync($"{Item}.1.blt-Tavt", After);
        await rooms.DraftAsync($"{Item}.1.blt-Tavt", "ꪀꪴꪥ ꪼꪕ 306 ha.", "muong-ang-1");

        await HandInAsync(Item, 406);
        Assert.Equal(After, (await PublicAsync($"{Item}.2.blt-Tavt", "muong-ang"))?.Text.Body);

        await rooms.TranslateAsync($"{Item}.2.blt-Tavt", "ꪣꪉ ꪼꪕ 406 ha.");
        await rooms.PublishAsync();
        Assert.Equal(
            DeliveryId.Parse($"{Item}.1.blt-Tavt.muong-ang.telegram.edition-2", null),
            (await rooms.DeliveryAsync($"{Item}.2.blt-Tavt.muong-ang.telegram")).Target);
        Assert.Equal((1, 0), (rooms.OnTelegram(TwoDialects.MuongAng, "406 ha."), rooms.OnTelegram(TwoDialects.MuongAng, "306 ha.")));
    }

    [Fact]
    public async Task What_was_approved_and_posted_before_editions_were_counted_is_corrected_too()
    {
        const string Version = "tu-truoc.1.blt-Tavt", After = "ꪣꪉ ꪼꪕ 307 ha.";
        await PublishedAsync("tu-truoc", "ꪵꪒꪉ ꪹꪣꪉ 307 ha.");
        await AsBeforeAsync(Version);

        await rooms.DraftAsync(Version, After, "muong-ang-1");
        Assert.Equal("ꪵꪒꪉ ꪹꪣꪉ 307 ha.", (await PublicAsync(Version, "muong-ang"))?.Text.Body);
        await rooms.ApproveAsync(Version, "muong-ang-1", "muong-ang-2");
        await rooms.PublishAsync();

        Assert.Equal((1, 0), (rooms.OnTelegram(TwoDialects.MuongAng, After), rooms.OnTelegram(TwoDialects.MuongAng, "ꪹꪣꪉ 307 ha.")));
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync($"{Version}.muong-ang.telegram.edition-1")).State);
    }

    private TranslationService Translations => rooms.Get<TranslationService>();

    private static TextId IdOf(string text) => TextId.Parse(text, null);

    private static DeliveryId Loudspeaker(string version, string task = "loa") => DeliveryId.Parse($"{version}.bung-lao.{task}", null);

    private async Task HandInAsync(string item, int hectares) =>
        await rooms.HandInAsync($"items/{item}.md", SampleFiles.Article("Tin sửa chữ", body: $"Bà con trồng {hectares} ha."));

    private async Task PublishedAsync(string item, string words)
    {
        await HandInAsync(item, int.Parse(words.AsSpan(words.Length - 7, 3), System.Globalization.CultureInfo.InvariantCulture));
        await rooms.TranslateAsync($"{item}.1.blt-Tavt", words);
        await rooms.PublishAsync();
        Assert.Equal(1, rooms.OnTelegram(TwoDialects.MuongAng, words));
    }

    private async Task EditAsync(string version, string words)
    {
        await rooms.TranslateAsync(version, words);
        await rooms.PublishAsync();
        await rooms.SendAsync();
    }

    /// <summary>What is out, and what people read, copy and confirm.</summary>
    private async Task AssertHasAsync(string version, string words, string task = "loa")
    {
        await rooms.PublishAsync();
        Assert.Equal(words, (await PublicAsync(version, "muong-ang"))?.Text.Body);
        Assert.Equal(1, rooms.OnTelegram(TwoDialects.MuongAng, words));
        Assert.Contains(words.TrimEnd('.'), await FeedAsync(), StringComparison.Ordinal);
        var post = (await rooms.Get<HandTaskPosts>().FindAsync(Loudspeaker(version, task), Cancellation))!;
        Assert.Contains(words, post.Rendered.Text, StringComparison.Ordinal);
        Assert.Equal(words, post.Version.Text.Body);
    }

    private async Task<Dissemination.Publishing.PublishableVersion?> PublicAsync(string version, string commune) =>
        await rooms.Get<PublicVersionReader>()
            .FindAsync(IdOf(version).Item, IdOf(version).Language, new(commune), Cancellation);

    private async Task<IReadOnlyList<string>> TasksAsync(string item) =>
        [.. (await rooms.Get<WaitingReader>().HandTasksAsync(new("bung-lao"), null, Cancellation)).Rows
            .Select(row => row.Value.Delivery).Where(delivery => delivery.Version.Item.Value == item).Select(delivery => delivery.ToString())];

    private async Task<string> FeedAsync() =>
        string.Join('\n', (await rooms.FeedAsync("bung-lao", "blt-Tavt")).Select(entry => (string?)entry!["content_html"]));

    /// <summary>The rows as an earlier program stored them.</summary>
    private async Task AsBeforeAsync(string version)
    {
        var text = (await Translations.FindAsync(IdOf(version), Cancellation))!;
        Assert.True(await new Transaction(Keys.Editorial)
            .Replace(text, text.Value with { Edition = 0, SpokenSince = 0 }, TranslationJson.Default.TranslatedVersion)
            .CommitAsync(rooms.Store.Editorial, Cancellation));
        var all = await rooms.Get<DeliveryReader>().OfAsync(IdOf(version).Version, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(
            all.Count,
            (await rooms.Get<DeliveryLedger>().WriteAsync(
                all.ConvertAll(stored => (stored, stored.Value with { Edition = 0 })), Cancellation)).Count);
    }
}
