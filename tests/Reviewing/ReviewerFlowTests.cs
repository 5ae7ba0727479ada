using System.Text;
using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Reviewing;
using Dissemination.Simulators.Telegram;
using Dissemination.Storage;
using Dissemination.Tests.Local;
using Dissemination.Translation;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Reviewing;

/// <summary>From the submission to the answer by a button, over storage and a simulated Telegram.</summary>
public sealed class ReviewerFlowTests(ReviewerHouse house) : IClassFixture<ReviewerHouse>
{
    private const long Editor = ReviewerHouse.Editor;
    private const long Reviewer = ReviewerHouse.Reviewer;
    private const long OtherReviewer = ReviewerHouse.OtherReviewer;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TranslationService Translations => house.Get<TranslationService>();

    [Fact]
    public async Task What_is_submitted_is_brought_once_to_everybody_who_may_review_it_and_to_nobody_else()
    {
        var id = await house.SubmittedAsync("gui-duyet");
        await house.CallAsync();

        var asked = house.Telegram.Posts.Where(
            post => post.Token == ReviewerHouse.Token && post.Text.Contains("Tin gui-duyet\n", StringComparison.Ordinal)).ToList();
        Assert.Equal([Reviewer, OtherReviewer], asked.Select(post => post.Chat).Order());
        var post = asked[0];
        Assert.Equal([$"https://example.org/translations/{id}", null, null], post.Buttons.Select(button => button.Url));
        Assert.All(post.Buttons.Skip(1), button => Assert.InRange(Encoding.UTF8.GetByteCount(button.Data!), 1, 64));
        Assert.Contains("Người soạn, sửa: Cán bộ truyền thông xã Búng Lao", post.Text, StringComparison.Ordinal);
        Assert.Contains(ReviewerHouse.Source, post.Text, StringComparison.Ordinal);
        Assert.Contains("ꪵꪒꪉ 40.000 ha. ꪣꪉ ꪵꪒꪉ. ꪹꪣꪉ ꪣꪉ.", post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_about_a_translation_is_told_once_to_those_whom_it_concerns_and_not_to_the_one_who_said_it()
    {
        var id = await house.SubmittedAsync("co-loi-nhan");
        await house.CallAsync();
        var comments = house.Get<Dissemination.Translation.Review.CommentService>();

        Assert.True(
            (await comments.AddAsync(id, "Câu hai nên nói gọn hơn.", 2, await house.PersonAsync("bung-lao-2"), Cancellation)).IsDone);
        await house.CallAsync();
        await house.CallAsync();

        var told = house.Telegram.Posts.Where(
            post => post.Token == ReviewerHouse.Token && post.Text.Contains("Câu hai nên nói gọn hơn.", StringComparison.Ordinal)).ToList();
        Assert.Equal([Editor, OtherReviewer], told.Select(post => post.Chat).Order());
        Assert.All(told, post => Assert.Equal($"https://example.org/translations/{id}", post.Buttons.Single().Url));
        Assert.All(told, post => Assert.Contains("Cán bộ văn hoá xã Búng Lao", post.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_approval_by_button_is_an_approval_and_everybodys_message_tells_it()
    {
        var id = await house.SubmittedAsync("duyet-bang-nut");

        var answer = await house.PressAsync(Assert.Single(house.Chat(Reviewer, id)), "approve", Reviewer);

        var approved = await house.StandingAsync(id);
        Assert.Equal((TranslationState.Approved, "bung-lao-2"), (approved.State, approved.ReviewedBy?.Value));
        Assert.Equal("Đã duyệt bản dịch.", answer?.Text);
        AssertOver(Assert.Single(house.Chat(Reviewer, id)), "Cán bộ văn hoá xã Búng Lao");

        await house.CallAsync();
        AssertOver(Assert.Single(house.Chat(OtherReviewer, id)), "Cán bộ văn hoá xã Búng Lao");
    }

    [Fact]
    public async Task What_is_withdrawn_is_asked_for_no_more_and_everybodys_message_says_so()
    {
        var id = await house.SubmittedAsync("rut-khi-dang-duyet");
        var before = Assert.Single(house.Chat(Reviewer, id));
        await house.Get<ItemCommands>().WithdrawAsync(id.Item, new("can-bo"), "Sai số liệu", ETag.All, Cancellation);

        await house.Get<StopDispatcher>().StopDueAsync(Cancellation);
        await house.CallAsync();

        foreach (var person in (long[])[Reviewer, OtherReviewer])
        {
            var post = Assert.Single(house.Chat(person, id));
            AssertOver(post, "Cán bộ tuyên giáo");
            Assert.Contains("tin bài đã được rút", post.Text, StringComparison.Ordinal);
            Assert.Contains("Sai số liệu", post.Text, StringComparison.Ordinal);
        }

        await house.PressAsync(before, "approve", Reviewer);
        Assert.Equal(TranslationState.InReview, (await house.StandingAsync(id)).State);
    }

    [Fact]
    public async Task A_communes_own_variant_is_named_as_one_and_its_button_approves_it_and_not_the_common_text()
    {
        var common = await house.DraftedAsync("ban-rieng-duyet");
        var started = await house.Get<VariantCommands>().StartAsync(common, await house.PersonAsync("bung-lao-1"), Cancellation);
        Assert.True(started.IsDone, started.Problem?.Code);
        var own = started.Value.Value.TextId;
        await house.SubmitAsync(own);
        await house.CallAsync();

        var post = Assert.Single(house.Chat(Reviewer, common));
        Assert.Contains("Bản riêng của Búng Lao", post.Text, StringComparison.Ordinal);
        Assert.Equal($"https://example.org/translations/{own}", post.Buttons[0].Url);
        Assert.Equal("Đã duyệt bản dịch.", (await house.PressAsync(post, "approve", Reviewer))?.Text);

        Assert.Equal(TranslationState.Approved, (await house.StandingAsync(own)).State);
        Assert.Equal(TranslationState.Drafted, (await house.StandingAsync(common)).State);
        AssertOver(Assert.Single(house.Chat(Reviewer, common)), "Cán bộ văn hoá xã Búng Lao");
    }

    [Fact]
    public async Task Whoever_wrote_it_cannot_approve_it_by_button_either()
    {
        var id = await house.SubmittedAsync("tu-duyet");
        var post = Assert.Single(house.Chat(Reviewer, id));

        var answer = await house.PressAsync(post with { Chat = Editor }, "approve", Editor, language: "en");

        Assert.Equal(TranslationState.InReview, (await house.StandingAsync(id)).State);
        Assert.Equal((new Problem(nameof(ProblemTexts.ReviewerIsEditor)).Text(new("en")), true), (answer?.Text, answer?.IsAlert));
    }

    [Fact]
    public async Task A_button_for_words_that_were_edited_since_says_so_and_the_new_words_are_asked_for_anew()
    {
        var id = await house.SubmittedAsync("sua-roi-gui-lai");
        var before = Assert.Single(house.Chat(Reviewer, id));
        Assert.True(
            (await Translations.DraftAsync(
                id,
                new("ꪹꪣꪉ ꪣꪉ", null, "ꪵꪒꪉ 40.000 ha. ꪣꪉ ꪵꪒꪉ. ꪹꪣꪉ ꪵꪒꪉ."),
                await house.PersonAsync("bung-lao-1"),
                ETag.All,
                Cancellation)).IsDone);
        await house.SubmitAsync(id);

        var answer = await house.PressAsync(before, "approve", Reviewer);

        Assert.Equal(TranslationState.InReview, (await house.StandingAsync(id)).State);
        Assert.True(answer?.IsAlert);
        Assert.Contains("Nút này đã cũ. Gửi duyệt bản dịch: Cán bộ truyền thông xã Búng Lao", answer!.Text, StringComparison.Ordinal);
        Assert.Contains(LocalTime.Text(house.Time.GetUtcNow()), answer.Text, StringComparison.Ordinal);
        var chat = house.Chat(Reviewer, id);
        Assert.Equal(2, chat.Count);
        Assert.DoesNotContain(chat[0].Buttons, button => button.Data is not null);
        await house.PressAsync(chat[1], "approve", Reviewer);
        Assert.Equal(TranslationState.Approved, (await house.StandingAsync(id)).State);
    }

    [Fact]
    public async Task A_button_that_somebody_else_was_quicker_with_says_who_and_when()
    {
        var id = await house.SubmittedAsync("nguoi-khac-nhanh-hon");
        var (mine, others) = (Assert.Single(house.Chat(Reviewer, id)), Assert.Single(house.Chat(OtherReviewer, id)));
        await house.PressAsync(others, "approve", OtherReviewer);

        var answer = await house.PressAsync(mine, "return", Reviewer);

        Assert.Equal($"Nút này đã cũ. Duyệt bản dịch: Cán bộ trẻ xã Búng Lao ({LocalTime.Text(house.Time.GetUtcNow())})", answer?.Text);
        AssertOver(Assert.Single(house.Chat(Reviewer, id)), "Cán bộ trẻ xã Búng Lao");
        Assert.Equal(TranslationState.Approved, (await house.StandingAsync(id)).State);
    }

    [Fact]
    public async Task The_same_press_brought_twice_acts_once()
    {
        var id = await house.SubmittedAsync("hai-lan");
        var update = TelegramUpdates.Press(
            Assert.Single(house.Chat(Reviewer, id)), ReviewerHouse.DataOf(house.Chat(Reviewer, id)[0], "approve"), Reviewer);

        await Task.WhenAll(house.BringAsync(update), house.BringAsync(update));
        await house.BringAsync(update);

        Assert.Contains("Nút này đã cũ. Duyệt bản dịch", house.AnswerTo(update)?.Text, StringComparison.Ordinal);
        Assert.Single(
            await house.Get<ItemReader>().HistoryAsync(id.Item, Cancellation).ToListAsync(Cancellation),
            entry => entry.What == "translation-approved");
    }

    [Fact]
    public async Task A_return_asks_for_its_reason_and_the_answer_is_the_reason_that_the_editor_reads()
    {
        var id = await house.SubmittedAsync("tra-lai");
        await house.PressAsync(Assert.Single(house.Chat(Reviewer, id)), "return", Reviewer);
        var question = house.Last(Reviewer);
        Assert.True(question.ForcesReply);
        Assert.Equal(TranslationState.InReview, (await house.StandingAsync(id)).State);

        // A picture is no reason, and the question stays open.
        await house.BringAsync(TelegramUpdates.Reply(question, Reviewer, text: null));
        Assert.Equal("Phải ghi lý do.", house.Last(Reviewer).Text);
        Assert.Equal(TranslationState.InReview, (await house.StandingAsync(id)).State);

        await house.BringAsync(TelegramUpdates.Reply(question, Reviewer, "Câu hai sai nghĩa."));
        var returned = await house.StandingAsync(id);
        Assert.Equal(
            (TranslationState.Returned, "Câu hai sai nghĩa.", "bung-lao-2"),
            (returned.State, returned.ReturnReason, returned.ReviewedBy?.Value));
        AssertOver(Assert.Single(house.Chat(Reviewer, id)), "Câu hai sai nghĩa.");

        await house.CallAsync();
        await house.CallAsync();
        var told = Assert.Single(house.Chat(Editor, id));
        Assert.StartsWith("Bản dịch bị trả lại", told.Text, StringComparison.Ordinal);
        Assert.Contains("Câu hai sai nghĩa.", told.Text, StringComparison.Ordinal);
        Assert.Empty(
            await house.Store.Editorial.StartingWithAsync(
                Keys.Editorial,
                KeysOfReviewing.ReasonQuestions("bung-lao-2"),
                ReviewingJson.Default.ReasonQuestion,
                Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_reason_that_comes_a_day_late_or_for_other_words_returns_nothing()
    {
        var late = await house.SubmittedAsync("ly-do-tre");
        await house.PressAsync(Assert.Single(house.Chat(Reviewer, late)), "return", Reviewer);
        var question = house.Last(Reviewer);
        house.Time.Advance(TimeSpan.FromHours(25));
        await house.BringAsync(TelegramUpdates.Reply(question, Reviewer, "Sai."));
        Assert.Equal(TranslationState.InReview, (await house.StandingAsync(late)).State);
        Assert.Contains("quá lâu", house.Last(Reviewer).Text, StringComparison.Ordinal);

        var approved = await house.SubmittedAsync("ly-do-cu");
        await house.PressAsync(Assert.Single(house.Chat(Reviewer, approved)), "return", Reviewer);
        question = house.Last(Reviewer);
        await house.PressAsync(Assert.Single(house.Chat(OtherReviewer, approved)), "approve", OtherReviewer);
        await house.BringAsync(TelegramUpdates.Reply(question, Reviewer, "Sai."));
        Assert.Equal(TranslationState.Approved, (await house.StandingAsync(approved)).State);
        Assert.StartsWith("Nút này đã cũ.", house.Last(Reviewer).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_took_is_that_persons_alone_and_comes_back_when_it_is_left_to_others()
    {
        var id = await house.SubmittedAsync("nhan-viec");
        var mine = Assert.Single(house.Chat(Reviewer, id));
        var other = await house.PersonAsync("bung-lao-3");
        Assert.True((await Translations.ClaimAsync(id, other, ETag.All, Cancellation)).IsDone);

        var answer = await house.PressAsync(mine, "approve", Reviewer);

        Assert.Contains("Nhận làm bản dịch: Cán bộ trẻ xã Búng Lao", answer?.Text, StringComparison.Ordinal);
        await house.CallAsync();
        AssertOver(Assert.Single(house.Chat(Reviewer, id)), "Nhận làm bản dịch");
        Assert.Contains(Assert.Single(house.Chat(OtherReviewer, id)).Buttons, button => button.Data is not null);

        Assert.True((await Translations.ReleaseAsync(id, other, ETag.All, Cancellation)).IsDone);
        await house.CallAsync();
        Assert.Contains(house.Chat(Reviewer, id)[^1].Buttons, button => button.Data is not null);
    }

    [Fact]
    public async Task A_newer_revision_of_the_original_takes_the_buttons_off()
    {
        var id = await house.SubmittedAsync("ban-goc-moi");
        await house.HandInAsync(
            "items/ban-goc-moi.md",
            Flow.SampleFiles.Article(
                "Tin ban-goc-moi",
                ReviewerHouse.Source.Replace("40.000", "41.000", StringComparison.Ordinal),
                frontMatter: "communes: [bung-lao]"));

        await house.CallAsync();

        AssertOver(house.Chat(Reviewer, id)[0], "Bản dịch đã cũ");
    }

    [Fact]
    public async Task A_person_who_blocked_the_bot_is_named_and_keeps_it_from_nobody_else()
    {
        house.Telegram.FailChat(Reviewer, TelegramFault.Blocked);
        var id = await house.SubmittedAsync("chan-bot");
        house.Telegram.Heal(Reviewer);

        Assert.Empty(house.Chat(Reviewer, id));
        Assert.Single(house.Chat(OtherReviewer, id));
        var alert = Assert.Single(await AlertsAsync());
        Assert.Equal(
            ("bung-lao-2", "bung-lao", nameof(ProblemTexts.ReviewerChatClosed)), (alert.Subject, alert.Commune, alert.Problem.Code));

        // Who writes to the bot can be reached again.
        await house.BringAsync(TelegramUpdates.Write(Reviewer, "/start"));
        Assert.Empty(await AlertsAsync());

        Task<List<Alert>> AlertsAsync() =>
            house.Get<AlertStore>().OfKindAsync(ReviewNotifier.AlertKind, Cancellation).ToListAsync(Cancellation).AsTask();
    }

    [Fact]
    public async Task What_Telegram_puts_off_comes_at_the_time_that_it_names_and_nothing_waits_for_it()
    {
        var id = await house.DraftedAsync("bi-hoan");
        await house.SubmitAsync(id);
        // In seconds of the queue's own clock: so long as it takes at most to see that nothing is there yet.
        house.Telegram.FailNext(TelegramFault.Throttled(6), times: 2);

        await house.CallAsync();

        Assert.Empty(house.Chat(Reviewer, id));
        Assert.Empty((await house.Store.ReviewerCalls.PeekMessagesAsync(32, Cancellation)).Value);
        await Eventually.IsTrueAsync(
            async () =>
            {
                await house.TellAsync();
                return house.Chat(Reviewer, id).Count == 1 && house.Chat(OtherReviewer, id).Count == 1;
            },
            "both reviewers are asked");
    }

    [Fact]
    public async Task What_fails_is_repeated_by_the_host()
    {
        var id = await house.DraftedAsync("hong");
        await house.SubmitAsync(id);
        house.Telegram.FailNext(TelegramFault.ServerError);
        var call = new ReviewerCall(id, new("bung-lao-2"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Get<ReviewNotifier>().SeeToAsync(call, Cancellation));
        await house.Get<ReviewNotifier>().SeeToAsync(call, Cancellation);
        await house.Get<ReviewNotifier>().SeeToAsync(call, Cancellation);

        Assert.Single(house.Chat(Reviewer, id));
        await house.CallAsync();
    }

    private static void AssertOver(TelegramPost post, string told)
    {
        Assert.Contains(told, post.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(post.Buttons, button => button.Data is not null);
    }
}
