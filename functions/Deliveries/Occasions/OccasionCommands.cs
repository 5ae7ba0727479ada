using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Deliveries.Occasions;

/// <summary>
/// What people decide on the calendar: when an item goes out in a language, that it waits, that it does not go out there, and that it does
/// after all. What is handed over for the time before goes in the transaction that writes the time after; so either the publisher has it,
/// or the person.
/// </summary>
internal sealed class OccasionCommands(
    Store store,
    ItemReader items,
    OccasionReader occasions,
    ApprovedTranslationReader ready,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>Eight transactions, and one more for each time that it was wanted at.</summary>
    /// <param name="seen">The version of the item that the person saw.</param>
    public async Task<Parsed<Row<Item>>> DecideAsync(
        ItemId id, OccasionAct act, PersonId person, SeenVersion seen, CancellationToken cancellationToken) =>
        await OptimisticRetry.LastAsync(
            () => TryDecideAsync(id, act, person, seen, cancellationToken), outcome => outcome is null)
        ?? Bad(nameof(ProblemTexts.ChangedMeanwhile), id.Value);

    /// <returns>Null where somebody else wrote between the reading and the writing.</returns>
    private async Task<Parsed<Row<Item>>?> TryDecideAsync(
        ItemId id, OccasionAct act, PersonId person, SeenVersion seen, CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        if (directory.Find(person) is not { } who)
        {
            return Bad(nameof(ProblemTexts.UnknownPerson), person.Value);
        }

        if (await items.FindAsync(id, cancellationToken) is not { } read)
        {
            return Bad(nameof(ProblemTexts.UnknownItem), id.Value);
        }

        if (!seen.Is(read.Value))
        {
            return OccasionDecisions.IsDone(read.Value, act)
                ? Parsed<Row<Item>>.Of(read)
                : Bad(nameof(ProblemTexts.ChangedMeanwhile), id.Value);
        }

        var (item, now) = (read.Value, time.GetUtcNow());
        var content = await items.ContentAsync(id, item.Revision, cancellationToken);
        var languages = OccasionReader.LanguagesOf(content, directory);
        var begun = await occasions.BegunAsync(item, cancellationToken);
        var decided = OccasionDecisions.Decide(item, act, (who, now), languages, begun);
        if (!decided.IsValid)
        {
            return Parsed<Row<Item>>.Bad(decided.Problems);
        }

        var transaction = new Transaction(Keys.Editorial).Schedule(read, decided.Value, now);
        await HandOverAsync(transaction, item, decided.Value, act, cancellationToken);
        Record(transaction, item, decided.Value, act, who);
        return await transaction.CommitAsync(store.Editorial, cancellationToken)
            ? Parsed<Row<Item>>.Of(await items.FindAsync(id, cancellationToken) ?? read with { Value = decided.Value })
            : null;
    }

    /// <summary>What waits for the time before is taken back, and what may go out is handed over for the time after.</summary>
    private async Task HandOverAsync(
        Transaction transaction, Item before, Item after, OccasionAct act, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var times = act.Languages.Select(before.WantedAt).OfType<DateTimeOffset>().Where(at => at > now).Distinct();
        foreach (var at in times)
        {
            await foreach (var due in items.DueAsync(before, at, cancellationToken))
            {
                if (act.Languages.Contains(due.Value.Version.Language))
                {
                    transaction.Delete(due);
                }
            }
        }

        if (after.State is not ItemState.Approved)
        {
            return;
        }

        var texts = await ready.OfAsync(after.Id, after.Revision, cancellationToken);
        foreach (var due in ItemDecisions.DueOnApproval(after, [after.Original, .. texts], now).Where(due =>
            act.Languages.Contains(due.Version.Language)
            && after.OccasionStateOf(due.Version.Language) is OccasionState.Planned))
        {
            transaction.HandOver(OutboxTopics.Publish, due);
        }
    }

    private void Record(Transaction transaction, Item before, Item after, OccasionAct act, Person by)
    {
        foreach (var language in act.Languages.Distinct())
        {
            var detail = act is OccasionAct.Move ? $"{Said(before)} → {Said(after)}" : Said(after);
            transaction.Record(
                new(before.Id.Value, time.GetUtcNow(), by.Id.Value, act.Record, before.Revision, language.Value, detail));

            string Said(Item item) => item.WantedAt(language) is { } at ? LocalTime.Text(at) : "—";
        }
    }

    private static Parsed<Row<Item>> Bad(string code, string argument) => Parsed<Row<Item>>.Bad([new(code, null, argument)]);
}
