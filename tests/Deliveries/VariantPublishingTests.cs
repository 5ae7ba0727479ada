using Dissemination.Deliveries.Waiting;
using Azure;
using Dissemination.Channels.Cards;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Translation;
using Dissemination.Translation.Segments;

namespace Dissemination.Tests.Deliveries;

/// <summary>A commune that says it in its own way, and what all others get meanwhile.</summary>
public sealed class VariantPublishingTests(TwoDialects rooms) : IClassFixture<TwoDialects>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_variant_holds_its_commune_alone_and_once_it_is_approved_its_own_words_go_out_there()
    {
        const string Item = "noi-khac", Common = "ꪵꪒꪉ ꪹꪣꪉ 101 ha.", Own = "ꪣꪉ ꪼꪕ 101 ha.";
        await HandInAsync(Item, 101);
        await rooms.TranslateAsync($"{Item}.1.blt-Tavt", Common);
        Assert.Null(await rooms.StartAsync($"{Item}.1.blt-Tavt", "bung-lao-1"));
        await rooms.PublishAsync();

        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync($"{Item}.1.blt-Tavt.muong-ang.telegram")).State);
        foreach (var place in (string[])["telegram", "trang-tin", "loa"])
        {
            Assert.Equal(
                (DeliveryState.Held, nameof(ProblemTexts.VariantNotApproved)), await StandingAsync($"{Item}.1.blt-Tavt.bung-lao.{place}"));
            Assert.Contains(
                (await rooms.Get<WaitingReader>().HeldAsync(new("bung-lao"), null, Cancellation)).Rows,
                row => row.Value.Delivery.ToString() == $"{Item}.1.blt-Tavt.bung-lao.{place}");
        }

        await rooms.DraftAsync($"{Item}.1.blt-Tavt~bung-lao", Own, "bung-lao-1");
        await rooms.PublishAsync();
        Assert.Equal(DeliveryState.Held, (await rooms.DeliveryAsync($"{Item}.1.blt-Tavt.bung-lao.telegram")).State);
        await rooms.ApproveAsync($"{Item}.1.blt-Tavt~bung-lao", "bung-lao-1", "bung-lao-2");
        await rooms.PublishAsync();

        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync($"{Item}.1.blt-Tavt.bung-lao.telegram")).State);
        Assert.Equal((1, 0), (rooms.OnTelegram(TwoDialects.BungLao, Own), rooms.OnTelegram(TwoDialects.BungLao, Common)));
        Assert.Equal((0, 1), (rooms.OnTelegram(TwoDialects.MuongAng, Own), rooms.OnTelegram(TwoDialects.MuongAng, Common)));
        var content = (await rooms.Get<ItemReader>().RevisionAsync(new(Item), 1, Cancellation))!.Content;
        Assert.Equal(
            CardOf(Own),
            rooms.Telegram.Posts.Single(
                post => post.Chat == TwoDialects.BungLao && post.Text.Contains(Own, StringComparison.Ordinal)).Photo);
        Assert.Equal(
            CardOf(Common),
            rooms.Telegram.Posts.Single(
                post => post.Chat == TwoDialects.MuongAng && post.Text.Contains(Common, StringComparison.Ordinal)).Photo);
        Assert.Contains("ꪣꪉ ꪼꪕ 101", await FeedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("ꪵꪒꪉ ꪹꪣꪉ 101", await FeedAsync(), StringComparison.Ordinal);
        var task = DeliveryId.Parse($"{Item}.1.blt-Tavt.bung-lao.loa", null);
        Assert.Contains(
            (await rooms.Get<WaitingReader>().HandTasksAsync(new("bung-lao"), null, Cancellation)).Rows, row => row.Value.Delivery == task);
        Assert.DoesNotContain(
            (await rooms.Get<WaitingReader>().HeldAsync(new("bung-lao"), null, Cancellation)).Rows, row => row.Value.Delivery == task);
        Assert.Equal(Own, (await rooms.Get<HandTaskPosts>().FindAsync(task, Cancellation))!.Version.Text.Body);

        // Behind the commune's links stand its words, and the common ones for all others.
        var publicVersions = rooms.Get<PublicVersionReader>();
        Assert.Equal(Own, (await publicVersions.FindAsync(new(Item), new("blt-Tavt"), new("bung-lao"), Cancellation))!.Text.Body);
        Assert.Equal(Common, (await publicVersions.FindAsync(new(Item), new("blt-Tavt"), new("muong-ang"), Cancellation))!.Text.Body);
        Assert.Equal(Common, (await publicVersions.FindAsync(new(Item), new("blt-Tavt"), null, Cancellation))!.Text.Body);

        byte[] CardOf(string body) =>
            CardMaker.Make(VersionCards.For(new("blt-Tavt"), content, new("ꪹꪣꪉ", null, body), sample: false)!).Value!;
    }

    [Fact]
    public async Task A_variant_that_begins_while_the_plan_is_being_written_holds_what_was_written()
    {
        const string Item = "vua-luc";
        await HandInAsync(Item, 110);
        await rooms.TranslateAsync($"{Item}.1.blt-Tavt", "ꪵꪒꪉ ꪹꪣꪉ 110 ha.");
        var version = VersionId.Parse($"{Item}.1.blt-Tavt", null);
        var step = InterruptedFanOut.Of(rooms, () =>
        {
            Assert.Null(rooms.StartAsync(version.ToString(), "bung-lao-1").GetAwaiter().GetResult());

            // The commune's deliveries are looked at now, before any of them is there.
            rooms.Get<FanOut>()
                .TakeAsync(new(version, rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow(), Commune: new("bung-lao")), Cancellation)
                .GetAwaiter().GetResult();
            TakeDueAsync(new(version, new("bung-lao"))).GetAwaiter().GetResult();
        });
        await TakeDueAsync(version);
        await step.TakeAsync(new(version, rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow()), Cancellation);
        Assert.Equal(DeliveryState.Due, (await rooms.DeliveryAsync($"{version}.bung-lao.loa")).State);
        await rooms.PublishAsync();

        Assert.Equal((DeliveryState.Held, nameof(ProblemTexts.VariantNotApproved)), await StandingAsync($"{version}.bung-lao.loa"));
        Assert.Equal((DeliveryState.Held, nameof(ProblemTexts.VariantNotApproved)), await StandingAsync($"{version}.bung-lao.telegram"));
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync($"{version}.muong-ang.telegram")).State);

        async Task TakeDueAsync(TextId text) =>
            Assert.True(
                await new Transaction(Keys.Editorial).Delete(Keys.Due(rooms.Time.GetUtcNow(), text.ToString()))
                    .CommitAsync(rooms.Store.Editorial, Cancellation));
    }

    [Fact]
    public async Task A_variant_that_begins_after_the_plan_takes_open_hand_tasks_off_the_list_and_a_drop_puts_them_back_with_the_common_words()
    {
        const string Item = "bo-ban-rieng", Common = "ꪵꪒꪉ ꪹꪣꪉ 102 ha.";
        await HandInAsync(Item, 102);
        await rooms.TranslateAsync($"{Item}.1.blt-Tavt", Common);
        await rooms.PlanAsync();
        var task = DeliveryId.Parse($"{Item}.1.blt-Tavt.bung-lao.loa", null);
        Assert.Contains(
            (await rooms.Get<WaitingReader>().HandTasksAsync(new("bung-lao"), null, Cancellation)).Rows, row => row.Value.Delivery == task);

        Assert.Null(await rooms.StartAsync($"{Item}.1.blt-Tavt", "bung-lao-1"));
        await rooms.PublishAsync();
        Assert.Equal(
            (DeliveryState.Held, nameof(ProblemTexts.VariantNotApproved)), await StandingAsync($"{Item}.1.blt-Tavt.bung-lao.telegram"));
        Assert.Equal((DeliveryState.Held, nameof(ProblemTexts.VariantNotApproved)), await StandingAsync(task.ToString()));
        Assert.DoesNotContain(
            (await rooms.Get<WaitingReader>().HandTasksAsync(new("bung-lao"), null, Cancellation)).Rows, row => row.Value.Delivery == task);
        Assert.Equal(1, rooms.OnTelegram(TwoDialects.MuongAng, Common));

        Assert.Null(await rooms.DropAsync($"{Item}.1.blt-Tavt~bung-lao", "bung-lao-2"));
        await rooms.PublishAsync();
        Assert.Equal(1, rooms.OnTelegram(TwoDialects.BungLao, Common));
        Assert.Contains(
            (await rooms.Get<WaitingReader>().HandTasksAsync(new("bung-lao"), null, Cancellation)).Rows, row => row.Value.Delivery == task);
        Assert.Equal(Common, (await rooms.Get<HandTaskPosts>().FindAsync(task, Cancellation))!.Version.Text.Body);
        var history = await rooms.Get<ItemReader>().HistoryAsync(new(Item), Cancellation).ToListAsync(Cancellation);
        Assert.Contains(history, entry => entry is { What: "variant-started", Who: "bung-lao-1", Commune: "bung-lao" });
        Assert.Contains(
            history, entry => entry is { What: "variant-dropped", Who: "bung-lao-2", Commune: "bung-lao", Detail: "nói như bản chung" });
    }

    [Fact]
    public async Task An_edit_takes_the_approval_back_and_a_commune_that_confirms_confirms_its_own_words()
    {
        const string Item = "sua-lai", Own = "ꪣꪉ ꪼꪕ 103 ha.";
        await HandInAsync(Item, 103);
        await rooms.TranslateAsync($"{Item}.1.blt-Tavt", "ꪵꪒꪉ ꪹꪣꪉ 103 ha.");
        await rooms.PublishAsync();
        var post = DeliveryId.Parse($"{Item}.1.blt-Tavt.na-tau.telegram", null);
        Assert.Equal((DeliveryState.Held, nameof(ProblemTexts.WaitsForCommune)), await StandingAsync(post.ToString()));

        // Its post waits for its tap, which is when it looks at the words and wants others.
        Assert.Null(await rooms.StartAsync($"{Item}.1.blt-Tavt", "na-tau-1"));
        await rooms.PublishAsync();
        Assert.Equal((DeliveryState.Held, nameof(ProblemTexts.VariantNotApproved)), await StandingAsync(post.ToString()));
        Assert.Equal(
            nameof(ProblemTexts.DeliveryNotHeldForCommune),
            (await rooms.Get<DeliveryCommands>().ReleaseAsync(post, await rooms.PersonAsync("na-tau-1"), Cancellation)).Problem?.Code);

        await rooms.TranslateAsync($"{Item}.1.blt-Tavt~na-tau", "ꪣꪉ 103 ha.", "na-tau");
        await rooms.PublishAsync();
        Assert.Equal((DeliveryState.Held, nameof(ProblemTexts.WaitsForCommune)), await StandingAsync(post.ToString()));

        await rooms.DraftAsync($"{Item}.1.blt-Tavt~na-tau", Own, "na-tau-1");
        await rooms.PublishAsync();
        Assert.Equal((DeliveryState.Held, nameof(ProblemTexts.VariantNotApproved)), await StandingAsync(post.ToString()));

        await rooms.ApproveAsync($"{Item}.1.blt-Tavt~na-tau", "na-tau-1", "na-tau-2");
        await rooms.PublishAsync();
        Assert.Null((await rooms.Get<DeliveryCommands>().ReleaseAsync(post, await rooms.PersonAsync("na-tau-1"), Cancellation)).Problem);
        await rooms.SendAsync();
        Assert.Equal((1, 0), (rooms.OnTelegram(TwoDialects.NaTau, Own), rooms.OnTelegram(TwoDialects.NaTau, "ꪵꪒꪉ ꪹꪣꪉ 103 ha.")));
    }

    [Fact]
    public async Task Two_people_of_that_commune_make_it_and_nobody_else()
    {
        const string Item = "ai-lam";
        await HandInAsync(Item, 104);
        await rooms.DraftAsync($"{Item}.1.blt-Tavt", "ꪵꪒꪉ ꪹꪣꪉ 104 ha.", "muong-ang-1");
        await rooms.ApproveAsync($"{Item}.1.blt-Tavt", "muong-ang-1", "muong-ang-2");
        Assert.Null(await rooms.StartAsync($"{Item}.1.blt-Tavt", "bung-lao-1"));
        var (variant, translations) = (TextId.Parse($"{Item}.1.blt-Tavt~bung-lao", null), rooms.Get<TranslationService>());

        Assert.Equal(nameof(ProblemTexts.VariantThereAlready), (await rooms.StartAsync($"{Item}.1.blt-Tavt", "bung-lao-2"))?.Code);
        Assert.Equal(nameof(ProblemTexts.NotACommunicator), (await rooms.StartAsync($"{Item}.1.blt-Tavt", "can-bo"))?.Code);
        var stranger = await rooms.PersonAsync("muong-ang-1");
        Assert.Equal(
            nameof(ProblemTexts.NotYourCommune),
            (await translations.DraftAsync(variant, new("ꪹꪣꪉ", null, "ꪣꪉ 104 ha."), stranger, ETag.All, Cancellation)).Problem?.Code);
        Assert.Equal(nameof(ProblemTexts.NotYourCommune), (await rooms.DropAsync(variant.ToString(), "muong-ang-1"))?.Code);
        Assert.Equal(nameof(ProblemTexts.NotYourCommune), (await translations.WhyNoCommentAsync(variant, stranger, Cancellation))?.Code);
        Assert.Equal(
            nameof(ProblemTexts.NotYourCommune),
            (await translations.AssignAsync(
                variant,
                new(new("muong-ang"), null, null, new("can-bo")),
                await rooms.PersonAsync("can-bo"),
                ETag.All,
                Cancellation)).Problem?.Code);

        Assert.Null((await translations.SubmitAsync(variant, await rooms.PersonAsync("bung-lao-1"), ETag.All, Cancellation)).Problem);
        Assert.Equal(
            nameof(ProblemTexts.ReviewerIsEditor),
            (await translations.ApproveAsync(variant, await rooms.PersonAsync("bung-lao-1"), ETag.All, Cancellation)).Problem?.Code);
        Assert.Equal(
            nameof(ProblemTexts.NotYourCommune),
            (await translations.ApproveAsync(variant, await rooms.PersonAsync("muong-ang-2"), ETag.All, Cancellation)).Problem?.Code);
        Assert.Null((await translations.ApproveAsync(variant, await rooms.PersonAsync("bung-lao-2"), ETag.All, Cancellation)).Problem);
    }

    [Fact]
    public async Task A_variant_is_no_language_version_of_its_own_and_is_not_remembered_for_all()
    {
        const string Item = "khong-tinh";
        await HandInAsync(Item, 105);
        await rooms.DraftAsync($"{Item}.1.blt-Tavt", "ꪵꪒꪉ ꪹꪣꪉ 105 ha.", "muong-ang-1");
        Assert.Null(await rooms.StartAsync($"{Item}.1.blt-Tavt", "bung-lao-1"));
        var entry = Assert.Single(await InboxAsync(), entry => entry.Variant is not null);
        Assert.Equal((new CommuneId("bung-lao"), $"{Item}.1.blt-Tavt~bung-lao"), (Assert.Single(entry.Communes), entry.Text.ToString()));
        Assert.Equal(2, (await InboxAsync()).Count);

        await rooms.TranslateAsync($"{Item}.1.blt-Tavt~bung-lao", "ꪣꪉ ꪼꪕ 105 ha.", "bung-lao");

        Assert.Equal($"{Item}.1.blt-Tavt", Assert.Single(await InboxAsync()).Text.ToString());
        Assert.Equal(
            TranslationState.Drafted,
            Assert.Single(await rooms.Get<TranslationService>().OfAsync(new(Item), 1, Cancellation).ToListAsync(Cancellation)).Value.State);
        Assert.DoesNotContain(
            await rooms.Store.Editorial.StartingWithAsync(Keys.Editorial, Keys.MemoryDuePrefix, ContentJson.Default.VersionDue, Cancellation)
                .ToListAsync(Cancellation),
            row => row.Value.Version.Item.Value == Item);

        async Task<List<InboxEntry>> InboxAsync() =>
            [.. (await rooms.Get<TranslationService>().InboxAsync(new("blt-Tavt"), null, Cancellation)).Rows.Select(row => row.Value)
                .Where(row => row.Version.Item.Value == Item)];
    }

    [Fact]
    public async Task An_approved_variant_goes_out_in_its_commune_though_the_common_text_waits_and_the_item_is_approved_last()
    {
        const string Item = "di-truoc", Own = "ꪣꪉ ꪼꪕ 106 ha.";
        await HandInAsync(Item, 106, approved: false);
        await rooms.DraftAsync($"{Item}.1.blt-Tavt", "ꪵꪒꪉ ꪹꪣꪉ 106 ha.", "muong-ang-1");
        Assert.Null(await rooms.StartAsync($"{Item}.1.blt-Tavt", "bung-lao-1"));
        await rooms.TranslateAsync($"{Item}.1.blt-Tavt~bung-lao", Own, "bung-lao");
        await rooms.PublishAsync();
        Assert.Equal(0, rooms.OnTelegram(TwoDialects.BungLao, Own));

        Assert.True(
            (await rooms.Get<ItemCommands>()
                .ApproveAsync(new(Item), new("lanh-dao"), ("MẪU-06 (mẫu)", new(2026, 11, 23)), ETag.All, Cancellation)).IsValid);
        await rooms.PublishAsync();
        Assert.Equal(1, rooms.OnTelegram(TwoDialects.BungLao, Own));
        Assert.Null(
            await rooms.Get<DeliveryCommands>().FindAsync(DeliveryId.Parse($"{Item}.1.blt-Tavt.muong-ang.telegram", null), Cancellation));

        // The others follow with the common text, and Búng Lao gets no second post.
        await rooms.ApproveAsync($"{Item}.1.blt-Tavt", "muong-ang-1", "muong-ang-2");
        await rooms.PublishAsync();
        Assert.Equal(
            (1, 0), (rooms.OnTelegram(TwoDialects.MuongAng, "ꪵꪒꪉ ꪹꪣꪉ 106 ha."), rooms.OnTelegram(TwoDialects.BungLao, "ꪵꪒꪉ ꪹꪣꪉ 106 ha.")));
        Assert.Equal(1, rooms.OnTelegram(TwoDialects.BungLao, Own));
    }

    [Fact]
    public async Task Once_something_is_out_in_a_commune_no_variant_begins_there_and_none_is_dropped()
    {
        const string Item = "da-ra";
        await HandInAsync(Item, 107);
        await rooms.TranslateAsync($"{Item}.1.blt-Tavt", "ꪵꪒꪉ ꪹꪣꪉ 107 ha.");
        Assert.Null(await rooms.StartAsync($"{Item}.1.blt-Tavt", "bung-lao-1"));
        await rooms.TranslateAsync($"{Item}.1.blt-Tavt~bung-lao", "ꪣꪉ ꪼꪕ 107 ha.", "bung-lao");
        await rooms.PublishAsync();

        Assert.Equal(nameof(ProblemTexts.VariantTooLate), (await rooms.StartAsync($"{Item}.1.blt-Tavt", "muong-ang-1"))?.Code);
        Assert.Equal(nameof(ProblemTexts.VariantIsOut), (await rooms.DropAsync($"{Item}.1.blt-Tavt~bung-lao", "bung-lao-2"))?.Code);

        // Where a commune confirms, nothing is out before it did.
        Assert.Null(await rooms.StartAsync($"{Item}.1.blt-Tavt", "na-tau-1"));
    }

    [Fact]
    public async Task A_new_revision_carries_the_variant_over_waits_for_it_there_and_corrects_the_post_with_its_words()
    {
        const string Item = "ban-moi";
        await HandInAsync(Item, 108);
        await rooms.TranslateAsync($"{Item}.1.blt-Tavt", "ꪵꪒꪉ ꪹꪣꪉ 108 ha.");
        Assert.Null(await rooms.StartAsync($"{Item}.1.blt-Tavt", "bung-lao-1"));
        await rooms.TranslateAsync($"{Item}.1.blt-Tavt~bung-lao", "ꪣꪉ ꪼꪕ 108 ha.", "bung-lao");
        await rooms.PublishAsync();
        Assert.Equal(1, rooms.OnTelegram(TwoDialects.BungLao, "ꪣꪉ ꪼꪕ 108 ha."));

        await HandInAsync(Item, 208);
        var carried = await rooms.TextAsync($"{Item}.2.blt-Tavt~bung-lao");
        Assert.Equal((TranslationState.Wanted, new CommuneId("bung-lao")), (carried.State, carried.Commune!.Value));
        Assert.Equal(["ꪹꪣꪉ", "ꪣꪉ ꪼꪕ 108 ha."], carried.Segments.Select(segment => segment.Target));
        Assert.Equal([SegmentMark.None, SegmentMark.NeedsEdit], carried.Segments.Select(segment => segment.Mark));
        Assert.Equal(TranslationState.Outdated, (await rooms.TextAsync($"{Item}.1.blt-Tavt~bung-lao")).State);

        await rooms.TranslateAsync($"{Item}.2.blt-Tavt", "ꪵꪒꪉ ꪹꪣꪉ 208 ha.");
        await rooms.PublishAsync();
        Assert.Equal(1, rooms.OnTelegram(TwoDialects.MuongAng, "ꪵꪒꪉ ꪹꪣꪉ 208 ha."));
        Assert.Equal(
            (DeliveryState.Held, nameof(ProblemTexts.VariantNotApproved)), await StandingAsync($"{Item}.2.blt-Tavt.bung-lao.telegram"));
        Assert.Equal(1, rooms.OnTelegram(TwoDialects.BungLao, "ꪣꪉ ꪼꪕ 108 ha."));

        await rooms.TranslateAsync($"{Item}.2.blt-Tavt~bung-lao", "ꪣꪉ ꪼꪕ 208 ha.", "bung-lao");
        await rooms.PublishAsync();
        var corrected = await rooms.DeliveryAsync($"{Item}.2.blt-Tavt.bung-lao.telegram");
        Assert.Equal((DeliveryState.Delivered, DeliveryAction.Edit), (corrected.State, corrected.Action));
        Assert.Equal((1, 0), (rooms.OnTelegram(TwoDialects.BungLao, "ꪣꪉ ꪼꪕ 208 ha."), rooms.OnTelegram(TwoDialects.BungLao, "108 ha.")));

        // Just the time until which it holds changes: the approved variant comes along as it is.
        await rooms.HandInAsync(
            $"items/{Item}.md", SampleFiles.Article("Tin bản mới", body: "Bà con trồng 208 ha.", frontMatter: "expiresAt: 2027-12-31"));
        Assert.Equal(
            (TranslationState.Approved, "ꪣꪉ ꪼꪕ 208 ha."),
            ((await rooms.TextAsync($"{Item}.3.blt-Tavt~bung-lao")).State, (
                await rooms.TextAsync($"{Item}.3.blt-Tavt~bung-lao")).Text.Body));
        await rooms.PublishAsync();
        Assert.Equal(
            (1, 0), (rooms.OnTelegram(TwoDialects.MuongAng, "ꪵꪒꪉ ꪹꪣꪉ 208 ha."), rooms.OnTelegram(TwoDialects.MuongAng, "ꪣꪉ ꪼꪕ 208 ha.")));
        Assert.Equal(
            (DeliveryState.Delivered, 1),
            ((await rooms.DeliveryAsync($"{Item}.3.blt-Tavt.bung-lao.telegram")).State, rooms.OnTelegram(
                TwoDialects.BungLao, "ꪣꪉ ꪼꪕ 208 ha.")));
    }

    [Fact]
    public async Task A_dropped_variant_is_carried_nowhere()
    {
        const string Item = "thoi-rieng";
        await HandInAsync(Item, 109);
        await rooms.TranslateAsync($"{Item}.1.blt-Tavt", "ꪵꪒꪉ ꪹꪣꪉ 109 ha.");
        Assert.Null(await rooms.StartAsync($"{Item}.1.blt-Tavt", "bung-lao-1"));
        Assert.Null(await rooms.DropAsync($"{Item}.1.blt-Tavt~bung-lao", "bung-lao-1"));

        await HandInAsync(Item, 209);

        Assert.Null(await rooms.Get<TranslationService>().FindAsync(TextId.Parse($"{Item}.2.blt-Tavt~bung-lao", null), Cancellation));
        Assert.Equal(TranslationState.Dropped, (await rooms.TextAsync($"{Item}.1.blt-Tavt~bung-lao")).State);
    }

    private async Task HandInAsync(string item, int hectares, bool approved = true) =>
        await rooms.HandInAsync(
            $"items/{item}.md", SampleFiles.Article("Tin bản mới", body: $"Bà con trồng {hectares} ha.", approved: approved));

    private async Task<(DeliveryState State, string? Reason)> StandingAsync(string id) =>
        await rooms.DeliveryAsync(id) is var delivery ? (delivery.State, delivery.Reason?.Code) : default;

    private async Task<string> FeedAsync() =>
        string.Join('\n', (await rooms.FeedAsync("bung-lao", "blt-Tavt")).Select(entry => (string?)entry!["content_html"]));
}
