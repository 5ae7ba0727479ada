using Azure;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Intake;
using Dissemination.Translation;

namespace Dissemination.Tests.Content;

[Collection(IntakeTogether.Name)]
public sealed class ItemReaderTests(IntakeStorage storage) : IAsyncLifetime
{
    private static readonly ItemId Article = new("a");
    private static readonly PersonId Approver = new("lanh-dao-ban");
    private static readonly PersonId Staff = new("can-bo");
    private static readonly PersonId Communicator = new("bung-lao-1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ItemReader Items => storage.Get<ItemReader>();

    private ItemCommands Commands => storage.Get<ItemCommands>();

    public async ValueTask InitializeAsync()
    {
        await storage.PrepareAsync();
        await storage.TakeAsync("items/s.csv", "id,kind,text,issuer\na,slogan,Giữ rừng,Ban (mẫu)\n");
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task An_approval_makes_the_original_due_and_is_recorded()
    {
        var read = await storage.ItemAsync("a");
        var approved = await Commands.ApproveAsync(Article, Approver, (" MẪU-03 ", new(2026, 11, 18)), ItemVersion.Of(read.Value), Cancellation);

        Assert.True(approved.IsValid);
        Assert.Equal((ItemState.Approved, "MẪU-03"), (approved.Value.Value.State, approved.Value.Value.Approval!.Document));
        Assert.NotEqual(ItemVersion.Of(read.Value), ItemVersion.Of(approved.Value.Value));
        Assert.Equal([Keys.Due(storage.Time.GetUtcNow(), "a.1.vi")], await storage.KeysAsync(Keys.DuePrefix));
        Assert.Contains("lanh-dao-ban approved 1", await storage.HistoryAsync("a"));
    }

    [Fact]
    public async Task An_approval_hands_over_the_translations_that_are_approved_already()
    {
        await PutTranslationAsync("blt-Tavt", TranslationState.Approved);
        await PutTranslationAsync("hmn-Latn-x-chv", TranslationState.InReview);
        await Commands.ApproveAsync(Article, Approver, ("MẪU-03", new(2026, 11, 18)), ETag.All, Cancellation);

        var now = storage.Time.GetUtcNow();
        Assert.Equal([Keys.Due(now, "a.1.blt-Tavt"), Keys.Due(now, "a.1.vi")], await storage.KeysAsync(Keys.DuePrefix));
    }

    [Fact]
    public async Task Only_an_approver_approves_and_only_with_a_document_of_a_day_that_can_be()
    {
        Assert.Equal(
            "NotAnApprover",
            (await Commands.ApproveAsync(Article, Staff, ("x", new(2026, 11, 18)), ETag.All, Cancellation)).Problems.Single().Code);
        Assert.Equal(
            "RequiredKeyMissing",
            (await Commands.ApproveAsync(Article, Approver, (" ", new(2026, 11, 18)), ETag.All, Cancellation)).Problems.Single().Code);
        var tomorrow = LocalTime.DayOf(storage.Time.GetUtcNow().AddDays(1)); // other tests move the clock
        foreach (var date in (DateOnly[])[default, new(1999, 12, 31), tomorrow, DateOnly.MaxValue])
        {
            Assert.Equal(
                "ApprovalDateImpossible",
                (await Commands.ApproveAsync(Article, Approver, ("x", date), ETag.All, Cancellation)).Problems.Single().Code);
        }

        Assert.Equal(
            "UnknownItem",
            (await Commands.ApproveAsync(new("b"), Approver, ("x", new(2026, 11, 18)), ETag.All, Cancellation)).Problems.Single().Code);
        Assert.Empty(await storage.KeysAsync(Keys.DuePrefix));
    }

    [Fact]
    public async Task Whoever_saw_an_older_version_decides_nothing()
    {
        var seen = ItemVersion.Of((await storage.ItemAsync("a")).Value);
        await Commands.ApproveAsync(Article, Approver, ("x", new(2026, 11, 18)), seen, Cancellation);
        Assert.Equal(
            nameof(ProblemTexts.ChangedMeanwhile),
            (await Commands.WithdrawAsync(Article, Staff, "Sai", seen, Cancellation)).Problems.Single().Code);
    }

    [Fact]
    public async Task A_translation_that_is_saved_while_an_item_is_read_does_not_stop_its_approval()
    {
        var read = await storage.ItemAsync("a");
        Assert.True(await new Transaction(Keys.Editorial).Guard(read).CommitAsync(storage.Store.Editorial, Cancellation));
        Assert.NotEqual(read.ETag, (await storage.ItemAsync("a")).ETag);

        var seen = ItemVersion.Of(read.Value);
        Assert.True((await Commands.ApproveAsync(Article, Approver, ("x", new(2026, 11, 18)), seen, Cancellation)).IsValid);
    }

    [Fact]
    public async Task A_withdrawn_item_says_who_took_it_back_and_why()
    {
        var withdrawn = await Commands.WithdrawAsync(Article, Staff, "Sai số liệu", ETag.All, Cancellation);

        Assert.Equal((ItemState.Withdrawn, "Sai số liệu"), (withdrawn.Value!.Value.State, withdrawn.Value.Value.Withdrawal!.Reason));
        Assert.Equal(
            "ItemIsWithdrawn",
            (await Commands.ApproveAsync(Article, Approver, ("x", new(2026, 11, 18)), ETag.All, Cancellation)).Problems.Single().Code);
        Assert.Equal("ItemIsWithdrawn", (await Commands.WithdrawAsync(Article, Staff, "x", ETag.All, Cancellation)).Problems.Single().Code);
        Assert.Contains("can-bo withdrawn 1", await storage.HistoryAsync("a"));
    }

    [Fact]
    public async Task A_withdrawal_needs_a_reason_and_a_role()
    {
        Assert.Equal(
            "RequiredKeyMissing", (await Commands.WithdrawAsync(Article, Staff, "", ETag.All, Cancellation)).Problems.Single().Code);
        Assert.Equal(
            "MayNotWithdraw", (await Commands.WithdrawAsync(Article, Communicator, "x", ETag.All, Cancellation)).Problems.Single().Code);
    }

    [Fact]
    public async Task Whoever_handed_a_text_in_does_not_approve_it()
    {
        await storage.TakeAsync("items/o.csv", "id,kind,text,issuer\no,slogan,Của mình,Ban\n", Approver.Value);
        Assert.Equal(
            nameof(ProblemTexts.ApprovedByAuthor),
            (await Commands.ApproveAsync(new("o"), Approver, ("x", null), ETag.All, Cancellation)).Problems.Single().Code);
    }

    [Fact]
    public async Task What_waits_is_listed_until_it_is_approved_or_withdrawn()
    {
        await storage.TakeAsync("items/t.csv", "id,kind,text,issuer\nb,slogan,Hai,Ban\nc,slogan,Ba,Ban\n");
        Assert.Equal(["a", "b", "c"], await WaitingAsync());

        await Commands.ApproveAsync(Article, Approver, ("MẪU-03", null), ETag.All, Cancellation);
        await Commands.WithdrawAsync(new("b"), Staff, "Sai", ETag.All, Cancellation);
        Assert.Equal(["c"], await WaitingAsync());

        await storage.TakeAsync("items/s.csv", "id,kind,text,issuer\na,slogan,Giữ rừng hơn,Ban (mẫu)\n");
        Assert.Equal(["a", "c"], await WaitingAsync());
    }

    [Fact]
    public async Task A_claim_in_a_file_is_confirmed_by_an_approver_under_the_document_that_it_names()
    {
        await TakeClaimsAsync();
        Assert.Equal(ItemState.WaitingForApproval, (await storage.ItemAsync("d")).Value.State);

        var approved = await Commands.ApproveAsync(new("d"), Approver, (null, null), ETag.All, Cancellation);

        Assert.True(approved.IsValid);
        Assert.Equal(new Approval(Approver, "MẪU-91", new(2026, 11, 16)), approved.Value.Value.Approval);
        Assert.Null(approved.Value.Value.Claim);
        Assert.Contains("lanh-dao-ban approved 1", await storage.HistoryAsync("d"));
        Assert.DoesNotContain(await storage.HistoryAsync("d"), line => line.StartsWith("lanh-dao-hai", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_are_approved_at_once_and_what_was_changed_since_it_was_read_is_not()
    {
        await TakeClaimsAsync();
        var outcomes = await Commands.ApproveManyAsync(
            [new(new("d"), 1), new(new("e"), 1), new(Article, 2)], Approver, (null, null), Cancellation);

        Assert.Equal(
            [(true, null), (true, null), (false, nameof(ProblemTexts.ChangedMeanwhile))],
            outcomes.Select(outcome => (outcome.Approved is not null, outcome.Problem?.Code)));
        Assert.Equal(["a"], await WaitingAsync());
        Assert.Equal(
            nameof(ProblemTexts.RequiredKeyMissing),
            Assert.Single(await Commands.ApproveManyAsync([new(Article, 1)], Approver, (null, null), Cancellation)).Problem!.Code);
    }

    [Fact]
    public async Task What_is_pressed_twice_is_done_once_and_what_another_wants_is_told()
    {
        var seen = ItemVersion.Of((await storage.ItemAsync("a")).Value);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.True((await Commands.ApproveAsync(Article, Approver, (" MẪU-03 ", null), seen, Cancellation)).IsValid);
        }

        Assert.Equal(
            "ChangedMeanwhile",
            (await Commands.ApproveAsync(Article, Approver, ("MẪU-04", null), seen, Cancellation)).Problems.Single().Code);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.True((await Commands.WithdrawAsync(Article, Staff, " Sai số liệu ", ETag.All, Cancellation)).IsValid);
        }

        var history = await storage.HistoryAsync("a");
        Assert.Single(history, line => line == "lanh-dao-ban approved 1");
        Assert.Single(history, line => line == "can-bo withdrawn 1");
    }

    [Fact]
    public async Task Items_are_listed_page_by_page()
    {
        await storage.TakeAsync("items/t.csv", "id,kind,text,issuer\nb,slogan,Hai,Ban\nc,slogan,Ba,Ban\n");
        var first = await Items.ListAsync(null, 2, Cancellation);
        var second = await Items.ListAsync(first.Next, 2, Cancellation);
        Assert.Equal(["a", "b", "c"], first.Rows.Concat(second.Rows).Select(row => row.Value.Id.Value));
    }

    /// <summary>Two rows that name an approval, dropped where anybody of the office drops files.</summary>
    private async Task TakeClaimsAsync()
    {
        const string Path = "items/d.csv";
        var sheet = System.Text.Encoding.UTF8.GetBytes(
            "id,kind,text,issuer,approvalBy,approvalDocument,approvalDate\n"
            + "d,slogan,Bốn,Ban,lanh-dao-ban,MẪU-91,2026-11-16\ne,slogan,Năm,Ban,,MẪU-92,2026-11-17\n");
        var handIn = await storage.Intake.TakeAsync(Path, sheet, ("\"claims\"", storage.Time.GetUtcNow()), Staff.Value);
        Assert.Equal(
            [nameof(ProblemTexts.ApprovalWaits), nameof(ProblemTexts.ApprovalWaits)], handIn.Warnings.Select(warning => warning.Code));
    }

    private async Task<IEnumerable<string>> WaitingAsync() =>
        (await Items.ToApproveAsync(null, 10, Cancellation)).Rows.Select(row => row.Value.Id.Value);

    private async Task PutTranslationAsync(string language, TranslationState state)
    {
        var now = storage.Time.GetUtcNow();
        var translation = new TranslatedVersion
        {
            Id = new(Article, 1, new(language)),
            State = state,
            SourceHash = "",
            Text = VersionText.Empty,
            ChangedAt = now,
        };
        await new Transaction(Keys.Editorial)
            .Put(Keys.Translation("a", 1, language), translation, TranslationJson.Default.TranslatedVersion)
            .CommitAsync(storage.Store.Editorial, Cancellation);
    }
}
