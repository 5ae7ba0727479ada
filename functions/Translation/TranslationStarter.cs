using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Translation;

/// <summary>
/// Wants translations: makes, for each language that an item's communes speak, the translation that is missing, and outdates those of
/// earlier revisions. A commune's own variant comes along.
/// </summary>
internal sealed partial class TranslationStarter(
    Store store,
    ItemReader items,
    TranslationService translations,
    DirectoryStore directories,
    ReviewNotificationOptions notifications,
    TimeProvider time,
    ILogger<TranslationStarter> logger)
{
    /// <summary>How many writes come before the next text of a transaction, so that all of it fits.</summary>
    private const int MostWrites = 40;

    /// <summary>How many bytes; a text by itself may take three quarters of a transaction.</summary>
    private const int MostBytes = Transaction.ByteLimit / 4;

    /// <summary>
    /// Looks at each item of the message. Repeating it changes nothing. One of many that fails gets a message of its own, and so tries and
    /// an alert of its own.
    /// </summary>
    public async Task WantAsync(TranslationRequest message, CancellationToken cancellationToken)
    {
        using var span = Tracing.Continue("want-translations", message.TraceParent)?.SetTag("count", message.Items.Length);
        foreach (var item in message.Items)
        {
            try
            {
                await OptimisticRetry.RunAsync(() => TryWantAsync(item, cancellationToken), $"the translations of {item}");
            }
            catch (Exception e) when (message.Items.Length > 1
                && !cancellationToken.IsCancellationRequested && !StorageFailure.IsAway(e))
            {
                LogPutOff(e, item);
                await store.WantTranslationsAsync([item], cancellationToken);
            }
        }
    }

    /// <returns>Null where somebody else wrote meanwhile.</returns>
    private async Task<bool?> TryWantAsync(ItemId id, CancellationToken cancellationToken)
    {
        Step step;
        do
        {
            step = await WantAsync(id, cancellationToken);
        }
        while (step is Step.More);
        return step is Step.Done ? true : null;
    }

    private async Task<Step> WantAsync(ItemId id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is not { } read)
        {
            // A translation may be supplied before its item is; the item's own message will find it.
            return Step.Done;
        }

        var (transaction, now) = (new Transaction(Keys.Editorial), time.GetUtcNow());

        // Variants before the common text, so that what goes out of it finds each commune's own.
        var isWhole = await CarryVariantsAsync(transaction, read, now, cancellationToken)
            && await StartAsync(transaction, read, now, cancellationToken)
            && Outdate(transaction, read, read.Common, now);
        if (transaction.Count > 0)
        {
            transaction.Guard(read.Item).HandOver(OutboxTopics.Report, ItemDue.Of(id, now));
        }

        return !await transaction.CommitAsync(store.Editorial, cancellationToken) ? Step.Conflict : isWhole ? Step.Done : Step.More;
    }

    /// <summary>Whether another text might not fit. Long ones in all the languages are more than a transaction takes.</summary>
    private static bool IsFull(Transaction transaction) => transaction.Count > MostWrites || transaction.Bytes > MostBytes;

    /// <returns>Null where there is no such item, or it was withdrawn.</returns>
    private async Task<ItemTranslations?> ReadAsync(ItemId id, CancellationToken cancellationToken) =>
        await items.FindAsync(id, cancellationToken) is { Value.State: not ItemState.Withdrawn } item
            ? new(
                item,
                await items.ContentAsync(id, item.Value.Revision, cancellationToken),
                await directories.CurrentAsync(cancellationToken),
                await items.SuppliedBetweenAsync(id, id, cancellationToken)
                    .ToDictionaryAsync(row => row.Value.Language, row => row.Value, cancellationToken: cancellationToken),
                await translations.OfAsync(id, cancellationToken).ToListAsync(cancellationToken),
                await translations.VariantsOfAsync(id, cancellationToken).ToListAsync(cancellationToken))
            : null;

    /// <summary>The translations that the current revision should have.</summary>
    /// <returns>False where there are more than fit.</returns>
    private async Task<bool> StartAsync(
        Transaction transaction, ItemTranslations read, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var language in TranslationAccess.LanguagesOf(read.Content, read.Directory))
        {
            if (IsFull(transaction))
            {
                return false;
            }

            await StartAsync(transaction, read, language, now, cancellationToken);
        }

        return true;
    }

    /// <summary>The translation that the current revision should have in a language, where it has not.</summary>
    private async Task StartAsync(
        Transaction transaction, ItemTranslations read, LanguageTag language, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var version = read.In(language);
        var existing = read.Common.Find(row => row.Value.Id == version);
        var previous = read.Common.FindLast(row => row.Value.Id.Language == language && row.Value.Id.Revision < version.Revision);
        var earlier = existing is null && previous is not null ? await EarlierAsync(previous.Value, cancellationToken) : null;
        var supplied = read.Supplied.GetValueOrDefault(language);
        if (TranslationStart.Decide(version, read.Content.Text, new(existing?.Value, earlier, supplied), now) is { } start)
        {
            Write(transaction, new(existing, start, read.Item, read.Content, read.Directory, now));
            LogWanted(version, start.State);
        }
    }

    /// <summary>
    /// A commune that has words of its own has them in the new revision too, as far as they still translate it; nothing goes out there
    /// until they are approved or dropped.
    /// </summary>
    /// <returns>False where there are more than fit.</returns>
    private async Task<bool> CarryVariantsAsync(
        Transaction transaction, ItemTranslations read, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var text in read.Variants.GroupBy(row => (row.Value.Id.Language, row.Value.Commune)))
        {
            if (IsFull(transaction))
            {
                return false;
            }

            var (version, newest) = (read.In(text.Key.Language), text.Last().Value);
            if (newest.Id.Revision < version.Revision
                && newest.State is not (TranslationState.Dropped or TranslationState.Outdated)
                && TranslationAccess.CommunesOf(read.Content, version.Language, read.Directory)
                    .Any(commune => commune.Id == text.Key.Commune)
                && TranslationStart.Decide(
                    version, read.Content.Text, new(Previous: await EarlierAsync(newest, cancellationToken)), now) is { } start)
            {
                var carried = start with { Commune = text.Key.Commune };
                Write(transaction, new(null, carried, read.Item, read.Content, read.Directory, now));
            }

            if (!Outdate(transaction, read, text, now))
            {
                return false;
            }
        }

        return true;
    }

    private void Write(Transaction transaction, TranslationChange change)
    {
        var what = $"translation-{EnumNames.Of(change.After.State)}";
        transaction
            .Store(change)
            .HandOver(change, notifications)
            .Record(change.After.TextId, change.Now, HistoryEntry.System, what);
        Metrics.TranslationsWanted.Add(1);
    }

    /// <returns>False where there are more than fit.</returns>
    private bool Outdate(Transaction transaction, ItemTranslations read, IEnumerable<Row<TranslatedVersion>> texts, DateTimeOffset now)
    {
        foreach (var old in texts.Where(row => read.Outdates(row.Value)))
        {
            if (IsFull(transaction))
            {
                return false;
            }

            var outdated = old.Value with { State = TranslationState.Outdated, ChangedAt = now };
            var change = new TranslationChange(old, outdated, read.Item, read.Content, read.Directory, now);
            transaction.Store(change).HandOver(change, notifications);
        }

        return true;
    }

    private async Task<EarlierTranslation> EarlierAsync(TranslatedVersion translation, CancellationToken cancellationToken) =>
        new(translation, (await items.ContentAsync(translation.Id.Item, translation.Id.Revision, cancellationToken)).Text);

    /// <summary>What one look at an item came to.</summary>
    private enum Step
    {
        Done,

        /// <summary>There is more than one transaction takes.</summary>
        More,

        /// <summary>Somebody else wrote meanwhile.</summary>
        Conflict,
    }

    [LoggerMessage(LogLevel.Warning, "The translations of {Item} could not be wanted; it gets a message of its own")]
    private partial void LogPutOff(Exception exception, ItemId item);

    [LoggerMessage(LogLevel.Debug, "Translation {Version} is {State}")]
    private partial void LogWanted(VersionId version, TranslationState state);
}
