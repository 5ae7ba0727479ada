using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Channels.Website;

/// <summary>The voices of the entries of feeds: one row for each text, however many communes have it in their feeds.</summary>
internal sealed class FeedVoiceStore(Store store)
{
    /// <summary>More than a feed has entries, because communes may have their own variants of an item.</summary>
    private const int Most = 200;

    /// <summary>What a text sounds like from now on; null for nothing. Two transactions, one where nothing changes.</summary>
    public Task SetAsync(TextId text, FeedVoice? voice, CancellationToken cancellationToken) =>
        OptimisticRetry.RunAsync(() => TrySetAsync(text, voice, cancellationToken), $"the voice of {text}");

    /// <summary>The newest voices in a language. One transaction.</summary>
    public ValueTask<List<FeedVoice>> NewestAsync(LanguageTag language, CancellationToken cancellationToken) =>
        store.Feeds.StartingWithAsync(
            KeysOfFeeds.FeedVoices(language.Value), KeysOfFeeds.FeedVoiceRows, FeedRowsJson.Default.FeedVoice, cancellationToken)
            .Select(row => row.Value)
            .Take(Most)
            .ToListAsync(cancellationToken);

    private async Task<bool?> TrySetAsync(TextId text, FeedVoice? voice, CancellationToken cancellationToken)
    {
        var (partition, pointerKey) = (KeysOfFeeds.FeedVoices(text.Language.Value), KeysOfFeeds.FeedVoiceOf(text.ToString()));
        var pointer = await store.Feeds.FindAsync(partition, pointerKey, FeedRowsJson.Default.FeedVoicePointer, cancellationToken);
        var row = voice is null ? null : KeysOfFeeds.FeedVoice(voice.At, text.ToString());
        if (pointer?.Value.Row == row)
        {
            return true;
        }

        var transaction = new Transaction(partition);
        if (pointer is not null)
        {
            transaction.Delete(pointer.Value.Row);
        }

        if (voice is not null)
        {
            transaction
                .Put(row!, voice, FeedRowsJson.Default.FeedVoice)
                .Save(pointer, pointerKey, new FeedVoicePointer(row!), FeedRowsJson.Default.FeedVoicePointer);
        }
        else if (pointer is not null)
        {
            transaction.Delete(pointer);
        }

        return await transaction.CommitAsync(store.Feeds, cancellationToken) ? true : null;
    }
}
