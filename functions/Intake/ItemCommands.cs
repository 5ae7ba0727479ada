using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake.Drafts;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Intake;

/// <summary>What people decide about an item: to approve it, to give it back, and to take it back.</summary>
internal sealed class ItemCommands(
    Store store, ItemReader items, DraftStore drafts, DirectoryStore directory, ApprovedTranslationReader ready, TimeProvider time)
{
    /// <summary>
    /// Approves the current revision and hands over what of it may go out. Five transactions and one for each translation.
    /// </summary>
    /// <param name="approval">The number of the document that approves it, and its date; null is what the item's file says.</param>
    /// <param name="seen">The version that the person saw.</param>
    public Task<Parsed<Row<Item>>> ApproveAsync(
        ItemId id, PersonId person, (string? Document, DateOnly? Date) approval, SeenVersion seen, CancellationToken cancellationToken) =>
        DecideAsync(
            id,
            person,
            seen,
            new(
                (item, who) => ItemDecisions.Approve(
                    item, new(who, approval.Document, approval.Date, LocalTime.DayOf(time.GetUtcNow()))),
                async (transaction, read, approved) =>
                {
                    // A translation that is approved meanwhile writes the item too, so one of the two fails and decides again: none is
                    // forgotten.
                    var texts = await ready.OfAsync(id, approved.Revision, cancellationToken);
                    return transaction.Approve(read, approved, [approved.Original, .. texts], time.GetUtcNow());
                },
                item => ItemDecisions.IsApproved(item, person, approval.Document)),
            cancellationToken);

    /// <summary>Approves each of the items that an approver read, under one document or under those that their files name.</summary>
    public async Task<IReadOnlyList<ApprovalOutcome>> ApproveManyAsync(
        IReadOnlyList<ReadRevision> read,
        PersonId person,
        (string? Document, DateOnly? Date) approval,
        CancellationToken cancellationToken)
    {
        List<ApprovalOutcome> outcomes = [];
        foreach (var (id, revision) in read)
        {
            var approved = await ApproveAsync(id, person, approval, SeenVersion.OfWords(revision), cancellationToken);
            outcomes.Add(new(id, approved.IsValid ? approved.Value.Value : null, approved.Problems.FirstOrDefault()));
        }

        return outcomes;
    }

    /// <summary>
    /// Gives an item back with the reason to whoever handed it in; the draft that it came from is open again. Six transactions.
    /// </summary>
    /// <param name="seen">The version that the person saw.</param>
    public Task<Parsed<Row<Item>>> ReturnAsync(
        ItemId id, PersonId person, string reason, SeenVersion seen, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return DecideAsync(
            id,
            person,
            seen,
            new(
                (item, who) => ItemDecisions.Return(item, who, reason, now),
                async (transaction, read, returned) =>
                {
                    var draft = await drafts.FindOfAsync(id, cancellationToken);
                    return transaction.Return(read, returned).Reopen(draft, returned.Returned!);
                },
                item => item is { State: ItemState.Returned, Returned: { } said } && said.By == person && said.Reason == reason.Trim()),
            cancellationToken);
    }

    /// <summary>Chooses what places get that carry no Vietnamese, while there is no translation for them. Four transactions.</summary>
    public Task<Parsed<Row<Item>>> ChooseAsync(
        ItemId id, PersonId person, Untranslated choice, SeenVersion seen, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return DecideAsync(
            id,
            person,
            seen,
            new(
                (item, who) => ItemDecisions.Choose(item, who, choice),
                (transaction, read, chosen) => Task.FromResult(transaction.Choose(read, chosen, person, now)),
                item => item.State is not ItemState.Withdrawn && item.Untranslated == choice,
                StaysListed: true),
            cancellationToken);
    }

    /// <summary>Takes an item back. Four transactions.</summary>
    /// <param name="seen">The version that the person saw.</param>
    public Task<Parsed<Row<Item>>> WithdrawAsync(
        ItemId id, PersonId person, string reason, SeenVersion seen, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return DecideAsync(
            id,
            person,
            seen,
            new(
                (item, who) => ItemDecisions.Withdraw(item, who, reason, now),
                (transaction, read, withdrawn) => Task.FromResult(transaction.Withdraw(read, withdrawn, now)),
                item => item.Withdrawal is { } said && said.By == person && said.Reason == reason.Trim()),
            cancellationToken);
    }

    private async Task<Parsed<Row<Item>>> DecideAsync(
        ItemId id, PersonId person, SeenVersion seen, Act act, CancellationToken cancellationToken) =>
        await OptimisticRetry.LastAsync(
            () => TryDecideAsync(id, person, seen, act, cancellationToken), outcome => outcome is null)
        ?? Bad(nameof(ProblemTexts.ChangedMeanwhile), id.Value);

    /// <returns>Null where somebody else wrote between the reading and the writing.</returns>
    private async Task<Parsed<Row<Item>>?> TryDecideAsync(
        ItemId id, PersonId person, SeenVersion seen, Act act, CancellationToken cancellationToken)
    {
        if ((await directory.CurrentAsync(cancellationToken)).Find(person) is not { } who)
        {
            return Bad(nameof(ProblemTexts.UnknownPerson), person.Value);
        }

        if (await items.FindAsync(id, cancellationToken) is not { } read)
        {
            return Bad(nameof(ProblemTexts.UnknownItem), id.Value);
        }

        var decided = seen.Is(read.Value)
            ? act.Decide(read.Value, who)
            : Parsed<Item>.Bad([new(nameof(ProblemTexts.ChangedMeanwhile), null, id.Value)]);
        if (!decided.IsValid)
        {
            // A button that was pressed twice, or whose answer was lost, is done: it stands as it was wanted.
            return seen.IsOf(read.Value.Revision) && act.IsDone(read.Value)
                ? Parsed<Row<Item>>.Of(read)
                : Parsed<Row<Item>>.Bad(decided.Problems);
        }

        var listed = read.Value.State is ItemState.WaitingForApproval && !act.StaysListed
            ? await items.ListedToApproveAsync(id, cancellationToken)
            : null;
        var transaction = (await act.Write(new(Keys.Editorial), read, decided.Value)).Unlist(listed);
        return await transaction.CommitAsync(store.Editorial, cancellationToken)
            ? Parsed<Row<Item>>.Of(await items.FindAsync(id, cancellationToken) ?? read with { Value = decided.Value })
            : null;
    }

    private static Parsed<Row<Item>> Bad(string code, string argument) => Parsed<Row<Item>>.Bad([new(code, null, argument)]);

    /// <summary>What a person does: the decision, and how it is written.</summary>
    /// <param name="IsDone">Whether an item stands already as this person wants it.</param>
    /// <param name="StaysListed">Whether an item that waits for its approval goes on waiting.</param>
    private sealed record Act(
        Func<Item, Person, Parsed<Item>> Decide,
        Func<Transaction, Row<Item>, Item, Task<Transaction>> Write,
        Func<Item, bool> IsDone,
        bool StaysListed = false);
}
