using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation.Review;

namespace Dissemination.Translation;

/// <summary>Wants translations: makes, for each language that an item's communes speak, the translation that is missing, and outdates those of earlier revisions.</summary>
internal sealed partial class TranslationDesk(Store store, DirectoryStore directories, ReviewHerald herald, TimeProvider time, ILogger<TranslationDesk> logger)
{
    /// <summary>How often a decision is made anew because somebody else wrote meanwhile.</summary>
    private const int Tries = 5;

    /// <summary>Looks at each item of the message. Repeating it changes nothing.</summary>
    public async Task WantAsync(TranslationWanted message, CancellationToken cancellation)
    {
        foreach (var item in message.Items)
        {
            for (var tries = Tries; !await TryWantAsync(item, cancellation); tries--)
            {
                if (tries == 1)
                {
                    throw new InvalidOperationException($"The item {item} kept changing.");
                }
            }
        }
    }

    private async Task<bool> TryWantAsync(ItemId id, CancellationToken cancellation)
    {
        var item = await store.Editorial.FindAsync(Keys.Editorial, Keys.Item(id.Value), ContentJson.Default.Item, cancellation);
        if (item is not { Value.State: not ItemState.Withdrawn })
        {
            // A translation may be supplied before its item is; the item's own message will find it.
            return true;
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

        var (transaction, now) = (new Transaction(Keys.Editorial), time.GetUtcNow());
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

        foreach (var old in translations.Where(row => row.Value.Id.Revision < item.Value.Revision && row.Value.State is not TranslationState.Outdated))
        {
            var outdated = old.Value with { State = TranslationState.Outdated, ChangedAt = now };
            transaction.Store(old, outdated, item, content, directory, now).TellReviewers(herald, old.Value, outdated, now);
        }

        if (transaction.Count > 0)
        {
            transaction.Guard(item).ReportDue(id, now);
        }

        return await transaction.CommitAsync(store.Editorial, cancellation);
    }

    private async Task<EarlierTranslation> EarlierAsync(TranslatedVersion translation, CancellationToken cancellation)
    {
        var revision = await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(translation.Id.Item.Value, translation.Id.Revision), ContentJson.Default.Revision, cancellation)
            ?? throw new InvalidDataException($"The source of {translation.Id} is not stored.");
        return new(translation, revision.Value.Content.Text);
    }

    [LoggerMessage(LogLevel.Debug, "Translation {Version} is {State}")]
    private partial void LogWanted(VersionId version, TranslationState state);
}
