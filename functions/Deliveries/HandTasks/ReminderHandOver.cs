using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation;
using Microsoft.Extensions.Options;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>
/// Hands over to the reviewers' bot of which hand tasks it reminds people: of each once before it is late, and once after. What was told is
/// written in the same transaction, so that a timer that comes again, or was cut off, tells nothing twice.
/// </summary>
internal sealed class ReminderHandOver(
    WaitingReader waiting,
    DirectoryStore directories,
    Store store,
    ReviewNotificationOptions notifications,
    IOptions<HandTaskOptions> options,
    TimeProvider time)
{
    /// <summary>None where there is no bot; else a query for each thousand rows with open hand tasks, and one small one.</summary>
    public async Task HandOverAsync(CancellationToken cancellationToken)
    {
        if (!notifications.IsOn)
        {
            return;
        }

        var (now, directory) = (time.GetUtcNow(), await directories.CurrentAsync(cancellationToken));
        var (late, soon) = (options.Value.LateBefore(now), options.Value.SoonBefore(now));
        var told = await store.Editorial
            .StartingWithAsync(Keys.Editorial, KeysOfReviewing.RemindedPrefix, DeliveriesJson.Default.Reminded, cancellationToken)
            .ToDictionaryAsync(row => row.RowKey, StringComparer.Ordinal, cancellationToken);
        foreach (var (commune, tasks) in await waiting.SinceAsync(soon, cancellationToken))
        {
            var people = directory.CommunicatorsOf(commune).Where(person => person.Telegram is not null).ToList();
            var before = told.GetValueOrDefault(KeysOfReviewing.Reminded(commune.Value));
            var news = ReminderDecisions.News(tasks, before?.Value, late, soon);
            if (people.Count == 0 || (news.Soon ?? news.Late) is null)
            {
                continue;
            }

            var transaction = new Transaction(Keys.Editorial)
                .Save(before, KeysOfReviewing.Reminded(commune.Value), news.Told, DeliveriesJson.Default.Reminded);
            await HandOverAsync(
                transaction,
                people,
                (next, person) =>
                {
                    HandOver(next, new(person.Id, commune, now, IsLate: true, 0, default), news.Late);
                    HandOver(next, new(person.Id, commune, now, IsLate: false, 0, default), news.Soon);
                },
                cancellationToken);
        }
    }

    /// <summary>In as many writes as that many people take.</summary>
    /// <param name="first">What says that it was told. Where another timer wrote that meanwhile, that one tells all of them.</param>
    private async Task HandOverAsync(
        Transaction first, List<Person> people, Action<Transaction, Person> handOver, CancellationToken cancellationToken)
    {
        var next = first;
        foreach (var some in people.Chunk((Transaction.Limit - 1) / 2))
        {
            Array.ForEach(some, person => handOver(next, person));
            if (!await next.CommitAsync(store.Editorial, cancellationToken))
            {
                return;
            }

            next = new(Keys.Editorial);
        }
    }

    private void HandOver(Transaction transaction, ReminderDue due, LateTasks? tasks)
    {
        if (tasks is not null)
        {
            transaction.HandOver(
                ReminderDue.Topic,
                due with { Number = tasks.Number, Since = tasks.Oldest + options.Value.LateAfter, TraceParent = Tracing.Current });
        }
    }
}
