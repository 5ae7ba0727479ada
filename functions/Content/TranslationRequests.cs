using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>Tells Translation to look at items.</summary>
internal static class TranslationRequests
{
    /// <summary>The items of one message; ids are short, and a message holds 48 KiB.</summary>
    private const int ItemsOfMessage = 200;

    /// <exception cref="InvalidDataException">The message names no items.</exception>
    public static TranslationRequest Read(string message) => QueueReading.Read(message, ContentJson.Default.TranslationRequest);

    /// <summary>One message for each 200 items.</summary>
    public static async Task WantTranslationsAsync(this Store store, IEnumerable<ItemId> ids, CancellationToken cancellationToken)
    {
        foreach (var batch in ids.Chunk(ItemsOfMessage))
        {
            await store.TranslationWanted.SendAsync(
                new TranslationRequest([.. batch], Tracing.Current),
                ContentJson.Default.TranslationRequest,
                TimeSpan.Zero,
                cancellationToken);
        }
    }
}
