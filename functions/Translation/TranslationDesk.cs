using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation.Review;

namespace Dissemination.Translation;

/// <summary>Wants translations: makes, for each language that an item's communes speak, the translation that is missing, and outdates those of earlier revisions. A commune's own variant comes along.</summary>
internal sealed partial class TranslationDesk(Store store, DirectoryStore directories, ReviewHerald herald, TimeProvider time, ILogger<TranslationDesk> logger)
{
    /// <summary>How often a decision is made anew because somebody else wrote meanwhile.</summary>
    private const int Tries = 5;

    /// <summary>How many writes for variants come before the rest of a transaction, so that all of it fits.</summary>
    private const int MostWrites = 40;

    /// <summary>Looks at each item of the message. Repeating it changes nothing.</summary>
    public async Task WantAsync(TranslationWanted message, CancellationToken cancellation)
    {
        using var span = Tracing.Continue("want-translations", message.TraceParent)?.SetTag("count", message.Items.Length);
        foreach (var item in message.Items)
        {
            for (var tries = Tries; await WantAsync(item, cancellation) is var turn and not Turn.Done; tries -= turn is Turn.Conflict ? 1 : 0)
            {
                if (tries == 1)
                {
                    throw new InvalidOperationException($"The item {item} kept changing.");
                }
            }
        }
    }

    private async Task<Turn> WantAsync(ItemId id, CancellationToken cancellation)
    {
        var item = await store.Editorial.FindAsync(Keys.Editorial, Keys.Item(id.Value), ContentJson.Default.Item, cancellation);
        if (item is not { Value.State: not ItemState.Withdrawn })
        {
            // A translation may be supplied before its item is; the item's own message will find it.
            return Turn.Done;
        }

        var revision = await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(id.Value, item.Value.Revision), ContentJson.Default.Revision, cancellation)
            ?? throw new InvalidDataException($"The revision {item.Value.Revision} of {id} is not stored.");
        var content = revision.Value.Content;
        var directory = await directories.CurrentAsync(cancellation);
        var supplied = await store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.SuppliedOf(id.Value), ContentJson.Default.SuppliedTranslation, cancellation)
            .ToDictionaryAsync(row => row.Value.Language, row => row.Value, cancellationToken: cancellation);
        var translations = await store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.TranslationsOf(id.Value), TranslationJson.Default.TranslatedVersion, cancellation)
            .ToListAsync(cancellation);
        var variants = await store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.VariantsOf(id.Value), TranslationJson.Default.TranslatedVersion, cancellation)
            .ToListAsync(cancellation);

        var (transaction, now) = (new Transaction(Keys.Editorial), time.GetUtcNow());
        if (!await CarryVariantsAsync(transaction, variants, item, content, directory, now, cancellation))
        {
            // Before the common text, so that what goes out of it finds each commune's own.
            return await transaction.Guard(item).CommitAsync(store.Editorial, cancellation) ? Turn.More : Turn.Conflict;
        }

        foreach (var language in TranslationAccess.LanguagesOf(content, directory))
        {
            var version = new VersionId(id, item.Value.Revision, language);
            var existing = translations.Find(row => row.Value.Id == version);
            var previous = translations.FindLast(row => row.Value.Id.Language == language && row.Value.Id.Revision < version.Revision);
            var earlier = existing is null && previous is not null ? await EarlierAsync(previous.Value, cancellation) : null;
            if (TranslationStart.Decide(version, content.Text, existing?.Value, earlier, supplied.GetValueOrDefault(language), now) is { } start)
            {
                transaction
                    .Store(existing, start, item, content, directory, now)
                    .TellReviewers(herald, existing?.Value, start, now)
                    .Record(new(id.Value, now, HistoryEntry.System, $"translation-{Names.Of(start.State)}", version.Revision, language.Value));
                Metrics.TranslationsWanted.Add(1);
                LogWanted(version, start.State);
            }
        }

        foreach (var old in translations.Where(row => IsOutdatedBy(item.Value, row.Value)))
        {
            var outdated = old.Value with { State = TranslationState.Outdated, ChangedAt = now };
            transaction.Store(old, outdated, item, content, directory, now).TellReviewers(herald, old.Value, outdated, now);
        }

        if (transaction.Count > 0)
        {
            transaction.Guard(item).ReportDue(id, now);
        }

        return await transaction.CommitAsync(store.Editorial, cancellation) ? Turn.Done : Turn.Conflict;
    }

    /// <summary>A commune that has words of its own has them in the new revision too, as far as they still translate it; nothing goes out there until they are approved or dropped.</summary>
    /// <returns>False where there are more than fit.</returns>
    private async Task<bool> CarryVariantsAsync(
        Transaction transaction, List<Row<TranslatedVersion>> variants, Row<Item> item, ItemContent content, DirectorySnapshot directory, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var text in variants.GroupBy(row => (row.Value.Id.Language, row.Value.Commune)))
        {
            if (transaction.Count > MostWrites || transaction.Bytes > Transaction.ByteLimit / 2)
            {
                return false;
            }

            var version = new VersionId(item.Value.Id, item.Value.Revision, text.Key.Language);
            var newest = text.Last();
            if (newest.Value.Id.Revision < version.Revision
                && newest.Value.State is not (TranslationState.Dropped or TranslationState.Outdated)
                && TranslationAccess.CommunesOf(content, version.Language, directory).Any(commune => commune.Id == text.Key.Commune)
                && TranslationStart.Decide(version, content.Text, existing: null, await EarlierAsync(newest.Value, cancellation), supplied: null, now) is { } start)
            {
                var carried = start with { Commune = text.Key.Commune };
                transaction
                    .Store(null, carried, item, content, directory, now)
                    .TellReviewers(herald, before: null, carried, now)
                    .Record(new(version.Item.Value, now, HistoryEntry.System, $"translation-{Names.Of(start.State)}", version.Revision, version.Language.Value, Commune: text.Key.Commune?.Value));
            }

            foreach (var old in text.Where(row => IsOutdatedBy(item.Value, row.Value)))
            {
                var outdated = old.Value with { State = TranslationState.Outdated, ChangedAt = now };
                transaction.Store(old, outdated, item, content, directory, now).TellReviewers(herald, old.Value, outdated, now);
            }
        }

        return true;
    }

    private static bool IsOutdatedBy(Item item, TranslatedVersion translation) =>
        translation.Id.Revision < item.Revision && translation.State is not (TranslationState.Outdated or TranslationState.Dropped);

    private async Task<EarlierTranslation> EarlierAsync(TranslatedVersion translation, CancellationToken cancellation)
    {
        var revision = await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(translation.Id.Item.Value, translation.Id.Revision), ContentJson.Default.Revision, cancellation)
            ?? throw new InvalidDataException($"The source of {translation.Id} is not stored.");
        return new(translation, revision.Value.Content.Text);
    }

    /// <summary>What one look at an item came to.</summary>
    private enum Turn
    {
        Done,

        /// <summary>There is more than one transaction takes.</summary>
        More,

        /// <summary>Somebody else wrote meanwhile.</summary>
        Conflict,
    }

    [LoggerMessage(LogLevel.Debug, "Translation {Version} is {State}")]
    private partial void LogWanted(VersionId version, TranslationState state);
}
