using System.Collections.Immutable;
using System.Text.Json;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>Items and translations that passed their checks, on their way into storage. Whatever is repeated here changes nothing.</summary>
internal sealed class ItemIntake(Store store, TimeProvider time)
{
    private const int MostTries = 5;

    /// <summary>The items of one message; ids are short, and a message holds 48 KiB.</summary>
    private const int ItemsOfMessage = 200;

    public async Task<HandIn> TakeAsync(HandIn handIn, string file, ReadItems read, CancellationToken cancellation)
    {
        var missing = await MissingPicturesAsync(read, cancellation);
        if (!missing.IsEmpty)
        {
            return handIn.With(missing);
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await TryTakeAsync(handIn, file, read, cancellation) is { } outcome)
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
                await WantAsync([read.Item], cancellation);
                var isOfEarlierTry = current is not null && current.Value.At == handIn.At && current.Value.SourceFile == file;
                return handIn with { Items = [read.Item], Changed = transaction.Count > 0 || isOfEarlierTry ? 1 : 0 };
            }
        }

        throw new InvalidOperationException("Somebody else changed the translation each time that it was to be written.");
    }

    /// <returns>Null where somebody else wrote meanwhile.</returns>
    private async Task<HandIn?> TryTakeAsync(HandIn handIn, string file, ReadItems read, CancellationToken cancellation)
    {
        ImmutableArray<ItemId> ids = [.. read.Items.Select(item => item.Content.Id)];
        var current = await CurrentItems.LoadAsync(store.Editorial, ids, withSupplied: read.Items.Any(item => !item.Translations.IsEmpty), cancellation);
        var now = time.GetUtcNow();
        var by = handIn.Person;
        ImmutableArray<(ReadItem Read, IntakeDecision Decision)> decided =
        [
            .. read.Items.Select(item => (item, Intake.Decide(current.Find(item.Content.Id)?.Value, item.Content, new(file, item.Place.Line, handIn.Id, by), now))),
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
        await WantAsync(ids, cancellation);
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

    private async Task<ImmutableArray<Problem>> MissingPicturesAsync(ReadItems read, CancellationToken cancellation)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var item in read.Items.Where(item => item.Content.Picture is not null).DistinctBy(item => item.Content.Picture, StringComparer.Ordinal))
        {
            var path = item.Content.Picture!;
            if (await store.Editorial.FindAsync(Keys.Editorial, Keys.Picture(path), ContentJson.Default.AcceptedPicture, cancellation) is null)
            {
                problems.Add(new(nameof(ProblemTexts.PictureNotHandedIn), item.PicturePlace, path));
            }
        }

        return problems.ToImmutable();
    }

    private async Task WantAsync(IEnumerable<ItemId> ids, CancellationToken cancellation)
    {
        foreach (var batch in ids.Chunk(ItemsOfMessage))
        {
            await store.TranslationWanted.SendMessageAsync(JsonSerializer.Serialize(new TranslationWanted([.. batch], Tracing.Current), ContentJson.Default.TranslationWanted), cancellation);
        }
    }

    private static bool IsOf(HandInId handIn, IntakeDecision decision) => decision switch
    {
        IntakeDecision.NewRevision => true,
        IntakeDecision.Unchanged unchanged => unchanged.Current.HandIn == handIn,
        _ => false,
    };

    private static SuppliedTranslation Supplied(ReadTranslation read, HandIn handIn, string file) =>
        new(read.Item, read.Language, read.Text, ContentHash.Of(read.Text), file, handIn.Person, read.Sample, handIn.At);
}
