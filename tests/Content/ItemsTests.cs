using Azure;

using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;

using Xunit;

namespace Dissemination.Tests.Content;

[Collection(IntakeTogether.Name)]
public sealed class ItemsTests(IntakeStorage storage) : IAsyncLifetime
{
    private static readonly ItemId s_id = new("a");
    private static readonly PersonId s_approver = new("lanh-dao-ban");
    private static readonly PersonId s_staff = new("can-bo");
    private static readonly PersonId s_communicator = new("bung-lao-1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Items Items => storage.Get<Items>();

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
        var approved = await Items.ApproveAsync(s_id, s_approver, " MẪU-03 ", new(2026, 11, 18), read.ETag, Cancellation);

        Assert.True(approved.IsValid);
        Assert.Equal((ItemState.Approved, "MẪU-03"), (approved.Value.Value.State, approved.Value.Value.Approval!.Document));
        Assert.NotEqual(read.ETag, approved.Value.ETag);
        Assert.Equal([Keys.Due(storage.Time.GetUtcNow(), "a.1.vi")], await storage.KeysAsync(Keys.DuePrefix));
        Assert.Contains("lanh-dao-ban approved 1", await storage.HistoryAsync("a"));
    }

    [Fact]
    public async Task An_approval_hands_over_the_translations_that_are_approved_already()
    {
        await PutTranslationAsync("blt-Tavt", TranslationState.Approved);
        await PutTranslationAsync("hmn-Latn-x-chv", TranslationState.InReview);
        await Items.ApproveAsync(s_id, s_approver, "MẪU-03", new(2026, 11, 18), ETag.All, Cancellation);

        var now = storage.Time.GetUtcNow();
        Assert.Equal([Keys.Due(now, "a.1.blt-Tavt"), Keys.Due(now, "a.1.vi")], await storage.KeysAsync(Keys.DuePrefix));
    }

    [Fact]
    public async Task Only_an_approver_approves_and_only_with_a_document_of_a_day_that_can_be()
    {
        Assert.Equal("NotAnApprover", (await Items.ApproveAsync(s_id, s_staff, "x", new(2026, 11, 18), ETag.All, Cancellation)).Problems.Single().Code);
        Assert.Equal("RequiredKeyMissing", (await Items.ApproveAsync(s_id, s_approver, " ", new(2026, 11, 18), ETag.All, Cancellation)).Problems.Single().Code);
        var tomorrow = LocalTime.DayOf(storage.Time.GetUtcNow().AddDays(1)); // other tests move the clock
        foreach (var date in (DateOnly[])[default, new(1999, 12, 31), tomorrow, DateOnly.MaxValue])
        {
            Assert.Equal("ApprovalDateImpossible", (await Items.ApproveAsync(s_id, s_approver, "x", date, ETag.All, Cancellation)).Problems.Single().Code);
        }

        Assert.Equal("UnknownItem", (await Items.ApproveAsync(new("b"), s_approver, "x", new(2026, 11, 18), ETag.All, Cancellation)).Problems.Single().Code);
        Assert.Empty(await storage.KeysAsync(Keys.DuePrefix));
    }

    [Fact]
    public async Task Whoever_saw_an_older_version_decides_nothing()
    {
        var seen = await storage.ItemAsync("a");
        await Items.ApproveAsync(s_id, s_approver, "x", new(2026, 11, 18), seen.ETag, Cancellation);
        Assert.Equal(nameof(ProblemTexts.ChangedMeanwhile), (await Items.WithdrawAsync(s_id, s_staff, "Sai", seen.ETag, Cancellation)).Problems.Single().Code);
    }

    [Fact]
    public async Task A_withdrawn_item_says_who_took_it_back_and_why()
    {
        var withdrawn = await Items.WithdrawAsync(s_id, s_staff, "Sai số liệu", ETag.All, Cancellation);

        Assert.Equal((ItemState.Withdrawn, "Sai số liệu"), (withdrawn.Value!.Value.State, withdrawn.Value.Value.Withdrawal!.Reason));
        Assert.Equal("ItemIsWithdrawn", (await Items.ApproveAsync(s_id, s_approver, "x", new(2026, 11, 18), ETag.All, Cancellation)).Problems.Single().Code);
        Assert.Equal("ItemIsWithdrawn", (await Items.WithdrawAsync(s_id, s_staff, "x", ETag.All, Cancellation)).Problems.Single().Code);
        Assert.Contains("can-bo withdrawn 1", await storage.HistoryAsync("a"));
    }

    [Fact]
    public async Task A_withdrawal_needs_a_reason_and_a_role()
    {
        Assert.Equal("RequiredKeyMissing", (await Items.WithdrawAsync(s_id, s_staff, "", ETag.All, Cancellation)).Problems.Single().Code);
        Assert.Equal("MayNotWithdraw", (await Items.WithdrawAsync(s_id, s_communicator, "x", ETag.All, Cancellation)).Problems.Single().Code);
    }

    [Fact]
    public async Task Items_are_listed_page_by_page()
    {
        await storage.TakeAsync("items/t.csv", "id,kind,text,issuer\nb,slogan,Hai,Ban\nc,slogan,Ba,Ban\n");
        var first = await Items.ListAsync(null, 2, Cancellation);
        var second = await Items.ListAsync(first.Next, 2, Cancellation);
        Assert.Equal(["a", "b", "c"], first.Rows.Concat(second.Rows).Select(row => row.Value.Id.Value));
    }

    private async Task PutTranslationAsync(string language, TranslationState state)
    {
        var now = storage.Time.GetUtcNow();
        var translation = new TranslatedVersion { Id = new(s_id, 1, new(language)), State = state, SourceHash = "", Text = VersionText.Empty, ChangedAt = now };
        await new Transaction(Keys.Editorial)
            .Put(Keys.Translation("a", 1, language), translation, TranslationJson.Default.TranslatedVersion)
            .CommitAsync(storage.Store.Editorial, Cancellation);
    }
}
