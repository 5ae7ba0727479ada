using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>What people do with deliveries: confirm a hand task, release their commune's posts, try a failed one again, settle an uncertain one.</summary>
internal sealed class DeliveryDesk(Store store, Backlog backlog, VersionReader versions, DirectoryStore directories, TimeProvider time)
{
    public Task<Row<Delivery>?> FindAsync(DeliveryId id, CancellationToken cancellation) =>
        store.Deliveries.FindAsync(id.Version.ToString(), id.Row, PublishingJson.Default.Delivery, cancellation);

    /// <summary>A person of the commune says that a hand task is done.</summary>
    /// <param name="attendance">People present, where that was counted.</param>
    public Task<Result<Row<Delivery>>> ConfirmAsync(DeliveryId id, int? attendance, Person by, CancellationToken cancellation) =>
        ChangeAsync(id, by, "hand-task-confirmed", new DeliveryEvent.Confirmed(time.GetUtcNow(), by.Id, attendance), nameof(ProblemTexts.NotAnOpenHandTask), MayActFor, cancellation);

    public Task<Result<Row<Delivery>>> RetryAsync(DeliveryId id, Person by, CancellationToken cancellation) =>
        ChangeAsync(id, by, "delivery-retry-asked", new DeliveryEvent.RetryAsked(), nameof(ProblemTexts.DeliveryNotFailed), MayActFor, cancellation);

    /// <summary>A person looked at the channel and says whether an uncertain delivery is there. If not, it is sent again.</summary>
    public Task<Result<Row<Delivery>>> SettleAsync(DeliveryId id, bool isThere, Person by, CancellationToken cancellation) =>
        ChangeAsync(
            id,
            by,
            isThere ? "delivery-seen-there" : "delivery-seen-missing",
            isThere ? new DeliveryEvent.SeenThere(time.GetUtcNow(), by.Id) : new DeliveryEvent.SeenMissing(),
            nameof(ProblemTexts.DeliveryNotUncertain),
            MayActFor,
            cancellation);

    /// <summary>A communicator lets a held post of his or her commune go out.</summary>
    public Task<Result<Row<Delivery>>> ReleaseAsync(DeliveryId id, Person by, CancellationToken cancellation) =>
        ChangeAsync(id, by, "delivery-released", new DeliveryEvent.Released(), nameof(ProblemTexts.DeliveryNotHeldForCommune), IsOfCommune, cancellation);

    private async Task<Result<Row<Delivery>>> ChangeAsync(
        DeliveryId id,
        Person by,
        string what,
        DeliveryEvent happened,
        string notPossible,
        Func<Person, DeliveryId, bool> may,
        CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } row)
        {
            return new Problem(nameof(ProblemTexts.DeliveryNotFound), null, id.ToString());
        }

        if (happened is DeliveryEvent.Released && row.Value is { State: DeliveryState.Held, Reason.Code: not nameof(ProblemTexts.WaitsForCommune) })
        {
            return new Problem(notPossible);
        }

        if (!may(by, id))
        {
            return new Problem(nameof(ProblemTexts.NotYourCommune), null, (await directories.CurrentAsync(cancellation)).Find(id.Destination.Commune)?.Name ?? id.Destination.Commune.Value);
        }

        // Nobody reads out or posts by hand what was withdrawn or has expired; that something is there already may be said at any time.
        if (happened is not DeliveryEvent.SeenThere
            && row.Value.State is not DeliveryState.Delivered
            && (await versions.ReadAsync(id.Version, cancellation)).ClearanceAt(time.GetUtcNow()) is Clearance.Stop stop)
        {
            return stop.Reason;
        }

        var changed = row.Value.Apply(happened);
        if (changed is null && !IsDone(happened, row.Value))
        {
            return new Problem(notPossible);
        }

        if (changed is not null)
        {
            var committed = await new Transaction(row.PartitionKey)
                .Replace(row, changed, PublishingJson.Default.Delivery)
                .CommitAsync(store.Deliveries, cancellation);
            if (!committed)
            {
                return new Problem(nameof(ProblemTexts.ChangedMeanwhile));
            }

            await RecordAsync(id, by, what, cancellation);
        }

        // The same action again lands here too, and so completes what a crash cut off: the message, then the list.
        if ((changed ?? row.Value) is { State: DeliveryState.Due, IsByHand: false } due)
        {
            await backlog.AddAsync([due], cancellation);
        }

        await store.Worklist.DeleteEntityAsync(ListOf(happened, id), id.ToString(), cancellationToken: cancellation);
        return await FindAsync(id, cancellation) is { } now ? now : new Problem(nameof(ProblemTexts.ChangedMeanwhile));
    }

    private static bool IsDone(DeliveryEvent happened, Delivery delivery) => happened switch
    {
        DeliveryEvent.Confirmed or DeliveryEvent.SeenThere => delivery.State is DeliveryState.Delivered,
        _ => delivery is { State: DeliveryState.Due, IsByHand: false },
    };

    private static string ListOf(DeliveryEvent happened, DeliveryId id) => happened switch
    {
        DeliveryEvent.Confirmed => Keys.HandTasks(id.Destination.Commune.Value),
        DeliveryEvent.Released => Keys.Held(id.Destination.Commune.Value),
        _ => Keys.Troubled,
    };

    private async Task RecordAsync(DeliveryId id, Person by, string what, CancellationToken cancellation)
    {
        var (item, now) = (id.Version.Item, time.GetUtcNow());
        await new Transaction(Keys.Editorial)
            .Record(new(item.Value, now, by.Id.Value, what, id.Version.Revision, id.Version.Language.Value, id.Destination.ToString()))
            .ReportDue(item, now)
            .CommitAsync(store.Editorial, cancellation);
    }

    private static bool MayActFor(Person person, DeliveryId id) => person.Is(Role.Staff) || IsOfCommune(person, id);

    private static bool IsOfCommune(Person person, DeliveryId id) =>
        person.Is(Role.Communicator) && person.Commune == id.Destination.Commune;
}
