using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using ETag = Azure.ETag;

namespace Dissemination.Intake;

/// <summary>What people decide about an item: to approve it, and to take it back.</summary>
internal sealed class ItemCommands(Store store, ItemReader items, DirectoryStore directory, ApprovedTranslationReader ready, TimeProvider time)
{
    /// <summary>
    /// Approves the current revision and hands over what of it may go out. Four transactions and one for each translation.
    /// </summary>
    /// <param name="etag">The version that the person saw.</param>
    public Task<Parsed<Row<Item>>> ApproveAsync(
        ItemId id, PersonId person, string document, DateOnly date, ETag etag, CancellationToken cancellationToken) =>
        DecideAsync(
            id,
            person,
            etag,
            (item, who) => ItemDecisions.Approve(item, who, document, date, LocalTime.DayOf(time.GetUtcNow())),
            async (transaction, read, approved) =>
            {
                // A translation that is approved meanwhile writes the item too, so one of the two fails and decides again: none is
                // forgotten.
                var texts = await ready.OfAsync(id, approved.Revision, cancellationToken);
                return transaction.Approve(read, approved, [approved.Original, .. texts], time.GetUtcNow());
            },
            cancellationToken);

    /// <summary>Takes an item back. Three transactions.</summary>
    /// <param name="etag">The version that the person saw.</param>
    public Task<Parsed<Row<Item>>> WithdrawAsync(ItemId id, PersonId person, string reason, ETag etag, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return DecideAsync(
            id,
            person,
            etag,
            (item, who) => ItemDecisions.Withdraw(item, who, reason, now),
            (transaction, read, withdrawn) => Task.FromResult(transaction.Withdraw(read, withdrawn, now)),
            cancellationToken);
    }

    private async Task<Parsed<Row<Item>>> DecideAsync(
        ItemId id,
        PersonId person,
        ETag etag,
        Func<Item, Person, Parsed<Item>> decide,
        Func<Transaction, Row<Item>, Item, Task<Transaction>> write,
        CancellationToken cancellationToken)
    {
        if ((await directory.CurrentAsync(cancellationToken)).Find(person) is not { } who)
        {
            return Bad(nameof(ProblemTexts.UnknownPerson), person.Value);
        }

        if (await items.FindAsync(id, cancellationToken) is not { } read)
        {
            return Bad(nameof(ProblemTexts.UnknownItem), id.Value);
        }

        if (etag != ETag.All && read.ETag != etag)
        {
            return Bad(nameof(ProblemTexts.ChangedMeanwhile), id.Value);
        }

        var decided = decide(read.Value, who);
        if (!decided.IsValid)
        {
            return Parsed<Row<Item>>.Bad(decided.Problems);
        }

        var transaction = await write(new(Keys.Editorial), read, decided.Value);
        return await transaction.CommitAsync(store.Editorial, cancellationToken)
            ? Parsed<Row<Item>>.Of(await items.FindAsync(id, cancellationToken) ?? read with { Value = decided.Value })
            : Bad(nameof(ProblemTexts.ChangedMeanwhile), id.Value);
    }

    private static Parsed<Row<Item>> Bad(string code, string argument) => Parsed<Row<Item>>.Bad([new(code, null, argument)]);
}
