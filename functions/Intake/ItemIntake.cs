using System.Collections.Frozen;
using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// Items and translations that passed their checks, on their way into storage. Whatever is repeated here changes nothing.
/// </summary>
internal sealed class ItemIntake(
    Store store, ItemReader items, ReferenceStore references, UnreachedFollowers followers, TimeProvider time)
{
    /// <param name="source">Where all of them came from.</param>
    public async Task<HandIn> TakeAsync(HandIn handIn, HandInSource source, ReadItems read, CancellationToken cancellationToken)
    {
        var pictures = await PicturesAsync(read, cancellationToken);
        if (Missing(read, pictures) is { IsEmpty: false } missing)
        {
            return handIn.With(missing);
        }

        var warned = await followers.WarnAsync(handIn, read, cancellationToken);
        return await OptimisticRetry.RunAsync(
            () => TryTakeAsync(warned, source, read, pictures, cancellationToken), $"the items of {source.File}");
    }

    public Task<HandIn> TakeAsync(HandIn handIn, string file, ReadTranslation read, CancellationToken cancellationToken) =>
        OptimisticRetry.RunAsync<HandIn>(
            async () =>
            {
                var current = await items.SuppliedAsync(read.Item, read.Language, cancellationToken);
                var transaction = new Transaction(Keys.Editorial).Supply(current, Supplied(read, handIn, file));
                if (!await transaction.CommitAsync(store.Editorial, cancellationToken))
                {
                    return null;
                }

                await store.WantTranslationsAsync([read.Item], cancellationToken);
                var isOfEarlierTry = current is not null && current.Value.At == handIn.At && current.Value.SourceFile == file;
                return handIn with { Items = [read.Item], Changed = transaction.Count > 0 || isOfEarlierTry ? 1 : 0 };
            },
            $"the translation {read.Item} in {read.Language}");

    /// <returns>Null where somebody else wrote meanwhile.</returns>
    private async Task<HandIn?> TryTakeAsync(
        HandIn handIn,
        HandInSource source,
        ReadItems read,
        FrozenDictionary<string, AcceptedPicture> pictures,
        CancellationToken cancellationToken)
    {
        ImmutableArray<ItemId> ids = [.. read.Items.Select(item => item.Content.Id)];
        var current = await CurrentItems.LoadAsync(
            items, ids, withSupplied: read.Items.Any(item => !item.Translations.IsEmpty), cancellationToken);
        var now = time.GetUtcNow();
        HandInSource SourceOf(ReadItem item) => source with
        {
            Line = item.Place.Line,
            Pictures = [.. item.Content.Pictures.Select(picture => pictures[picture.File])],
        };
        ImmutableArray<(ReadItem Read, IntakeDecision Decision)> decided =
        [
            .. read.Items.Select(
                item => (item, IntakeDecisions.Decide(current.Find(item.Content.Id)?.Value, item.Content, SourceOf(item), now))),
        ];
        if (decided.Select(item => OwnedElsewhere(item.Read, item.Decision)).OfType<Problem>().ToImmutableArray() is { IsEmpty: false } owned)
        {
            return handIn.With(owned);
        }

        await current.ReadListedAsync(items, decided.Select(item => item.Decision), cancellationToken);
        var writes = decided.Select(item => Writes(item.Read, item.Decision, current, (handIn, source.File, now)));
        if (!await WriteAsync(writes, cancellationToken))
        {
            return null;
        }

        Metrics.ItemsAccepted.Add(decided.Count(item => item.Decision is IntakeDecision.NewRevision));

        // All of them, changed or not: so it does not matter where an earlier try was stopped.
        await store.WantTranslationsAsync(ids, cancellationToken);
        return handIn.Warned(
            [
                .. handIn.Warnings,
                .. decided.Select(item => IntakeDecisions.Warn(item.Decision, item.Read, handIn.Id)).OfType<Problem>(),
            ]) with
        {
            Items = ids,
            Changed = decided.Count(item => IsOf(handIn.Id, item.Decision)),
        };
    }

    private static Problem? OwnedElsewhere(ReadItem read, IntakeDecision decision) =>
        decision is IntakeDecision.OwnedElsewhere { File: var file }
            ? new(nameof(ProblemTexts.ItemOwnedByOtherFile), read.Place, read.Content.Id.Value, file)
            : null;

    private static Transaction Writes(
        ReadItem read, IntakeDecision decision, CurrentItems current, (HandIn HandIn, string File, DateTimeOffset Now) taken)
    {
        var transaction = new Transaction(Keys.Editorial);
        var item = current.Find(read.Content.Id);
        switch (decision)
        {
            case IntakeDecision.NewRevision made:
                transaction
                    .Accept(item, (made.Item, made.Revision), taken.HandIn.Person, taken.Now)
                    .Unlist(current.FindListed(made.Item.Id));
                break;
            case IntakeDecision.Approved approved:
                transaction
                    .Approve(item!, approved.Item, [approved.Item.Original], taken.Now)
                    .Unlist(current.FindListed(approved.Item.Id));
                break;
            case IntakeDecision.Claimed claimed:
                transaction.Claim(item!, claimed.Item, taken.HandIn.Person?.Value ?? HistoryEntry.System, taken.Now);
                break;
        }

        foreach (var translation in read.Translations)
        {
            transaction.Supply(current.Find(translation.Item, translation.Language), Supplied(translation, taken.HandIn, taken.File));
        }

        return transaction;
    }

    /// <summary>As few transactions as hold them; an item is never split.</summary>
    private async Task<bool> WriteAsync(IEnumerable<Transaction> writes, CancellationToken cancellationToken)
    {
        var transaction = new Transaction(Keys.Editorial);
        foreach (var next in writes.Where(next => next.Count > 0))
        {
            if (transaction.TryJoin(next))
            {
                continue;
            }

            if (!await transaction.CommitAsync(store.Editorial, cancellationToken))
            {
                return false;
            }

            transaction = next;
        }

        return await transaction.CommitAsync(store.Editorial, cancellationToken);
    }

    /// <summary>The pictures of all items by their paths. One transaction for each.</summary>
    private async Task<FrozenDictionary<string, AcceptedPicture>> PicturesAsync(ReadItems read, CancellationToken cancellationToken)
    {
        Dictionary<string, AcceptedPicture> found = new(StringComparer.Ordinal);
        foreach (var path in read.Items.SelectMany(item => item.Content.Pictures).Select(picture => picture.File)
            .Distinct(StringComparer.Ordinal))
        {
            if (await references.PictureAsync(path, cancellationToken) is { } picture)
            {
                found.Add(path, picture);
            }
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static ImmutableArray<Problem> Missing(ReadItems read, FrozenDictionary<string, AcceptedPicture> pictures) =>
    [
        .. read.Items
            .SelectMany(
                item => item.Content.Pictures.Select(
                    picture => new Problem(nameof(ProblemTexts.PictureNotHandedIn), item.PicturePlace, picture.File)))
            .Where(problem => !pictures.ContainsKey(problem.Arguments[0]))
            .DistinctBy(problem => problem.Arguments[0], StringComparer.Ordinal),
    ];

    private static bool IsOf(HandInId handIn, IntakeDecision decision) => decision switch
    {
        IntakeDecision.NewRevision => true,
        IntakeDecision.Unchanged unchanged => unchanged.Current.HandIn == handIn,
        _ => false,
    };

    private static SuppliedTranslation Supplied(ReadTranslation read, HandIn handIn, string file) =>
        new(read.Item, read.Language, read.Text, ContentHash.Of(read.Text), file, handIn.Person, read.Sample, handIn.At);
}
