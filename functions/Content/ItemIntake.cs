using System.Collections.Frozen;
using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>Items and translations that passed their checks, on their way into storage. Whatever is repeated here changes nothing.</summary>
internal sealed class ItemIntake(Store store, TimeProvider time)
{
    private const int MostTries = 5;

    public async Task<HandIn> TakeAsync(HandIn handIn, string file, ReadItems read, CancellationToken cancellation)
    {
        var pictures = await PicturesAsync(read, cancellation);
        if (Missing(read, pictures) is { IsEmpty: false } missing)
        {
            return handIn.With(missing);
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await TryTakeAsync(handIn, file, read, pictures, cancellation) is { } outcome)
            {
                return outcome;
            }
        }

        throw new InvalidOperationException("Somebody else changed the items each time that they were to be written.");
    }

    public async Task<HandIn> TakeAsync(HandIn handIn, string file, ReadTranslation read, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var current = await store.Editorial.FindAsync(Keys.Editorial, Keys.Supplied(read.Item.Value, read.Language.Value), ContentJson.Default.SuppliedTranslation, cancellation);
            var transaction = new Transaction(Keys.Editorial).Supply(current, Supplied(read, handIn, file));
            if (await transaction.CommitAsync(store.Editorial, cancellation))
            {
                await store.WantTranslationsAsync([read.Item], cancellation);
                var isOfEarlierTry = current is not null && current.Value.At == handIn.At && current.Value.SourceFile == file;
                return handIn with { Items = [read.Item], Changed = transaction.Count > 0 || isOfEarlierTry ? 1 : 0 };
            }
        }

        throw new InvalidOperationException("Somebody else changed the translation each time that it was to be written.");
    }

    /// <returns>Null where somebody else wrote meanwhile.</returns>
    private async Task<HandIn?> TryTakeAsync(
        HandIn handIn, string file, ReadItems read, FrozenDictionary<string, AcceptedPicture> pictures, CancellationToken cancellation)
    {
        ImmutableArray<ItemId> ids = [.. read.Items.Select(item => item.Content.Id)];
        var current = await CurrentItems.LoadAsync(store.Editorial, ids, withSupplied: read.Items.Any(item => !item.Translations.IsEmpty), cancellation);
        var now = time.GetUtcNow();
        Source SourceOf(ReadItem item) => new(file, item.Place.Line, handIn.Id, handIn.Person)
        {
            Pictures = [.. item.Content.Pictures.Select(picture => pictures[picture.File])],
        };
        ImmutableArray<(ReadItem Read, IntakeDecision Decision)> decided =
        [
            .. read.Items.Select(item => (item, Intake.Decide(current.Find(item.Content.Id)?.Value, item.Content, SourceOf(item), now))),
        ];
        ImmutableArray<Problem> owned =
        [
            .. decided.Where(item => item.Decision is IntakeDecision.OwnedElsewhere)
                .Select(item => new Problem(nameof(ProblemTexts.ItemOwnedByOtherFile), item.Read.Place, item.Read.Content.Id.Value, ((IntakeDecision.OwnedElsewhere)item.Decision).File)),
        ];
        if (!owned.IsEmpty)
        {
            return handIn.With(owned);
        }

        if (!await WriteAsync(decided.Select(item => Writes(item.Read, item.Decision, current, handIn, file, now)), cancellation))
        {
            return null;
        }

        Metrics.ItemsAccepted.Add(decided.Count(item => item.Decision is IntakeDecision.NewRevision));

        // All of them, changed or not: so it does not matter where an earlier try was stopped.
        await store.WantTranslationsAsync(ids, cancellation);
        return handIn with { Items = ids, Changed = decided.Count(item => IsOf(handIn.Id, item.Decision)) };
    }

    private static Transaction Writes(ReadItem read, IntakeDecision decision, CurrentItems current, HandIn handIn, string file, DateTimeOffset now)
    {
        var transaction = new Transaction(Keys.Editorial);
        var item = current.Find(read.Content.Id);
        switch (decision)
        {
            case IntakeDecision.NewRevision made:
                transaction.Accept(item, made, handIn.Person, now);
                break;
            case IntakeDecision.Approved approved:
                transaction.Approve(item!, approved.Item, [approved.Item.Original], now);
                break;
        }

        foreach (var translation in read.Translations)
        {
            transaction.Supply(current.Find(translation.Item, translation.Language), Supplied(translation, handIn, file));
        }

        return transaction;
    }

    /// <summary>As few transactions as hold them; an item is never split.</summary>
    private async Task<bool> WriteAsync(IEnumerable<Transaction> writes, CancellationToken cancellation)
    {
        var transaction = new Transaction(Keys.Editorial);
        foreach (var next in writes.Where(next => next.Count > 0))
        {
            if (transaction.TryJoin(next))
            {
                continue;
            }

            if (!await transaction.CommitAsync(store.Editorial, cancellation))
            {
                return false;
            }

            transaction = next;
        }

        return await transaction.CommitAsync(store.Editorial, cancellation);
    }

    /// <summary>The pictures of all items by their paths. One transaction for each.</summary>
    private async Task<FrozenDictionary<string, AcceptedPicture>> PicturesAsync(ReadItems read, CancellationToken cancellation)
    {
        Dictionary<string, AcceptedPicture> found = new(StringComparer.Ordinal);
        foreach (var path in read.Items.SelectMany(item => item.Content.Pictures).Select(picture => picture.File).Distinct(StringComparer.Ordinal))
        {
            if (await store.Editorial.FindAsync(Keys.Editorial, Keys.Picture(path), ContentJson.Default.AcceptedPicture, cancellation) is { } picture)
            {
                found.Add(path, picture.Value);
            }
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static ImmutableArray<Problem> Missing(ReadItems read, FrozenDictionary<string, AcceptedPicture> pictures) =>
    [
        .. read.Items
            .SelectMany(item => item.Content.Pictures.Select(picture => new Problem(nameof(ProblemTexts.PictureNotHandedIn), item.PicturePlace, picture.File)))
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
