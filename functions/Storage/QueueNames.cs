namespace Dissemination.Storage;

/// <summary>The queues. Messages are base64, because a message that is not goes to poison unseen.</summary>
internal static class QueueNames
{
    /// <summary>Items whose translations are wanted.</summary>
    public const string TranslationWanted = "translation-wanted";

    /// <summary>Batches of deliveries, each of one language version and one lane.</summary>
    public const string Deliveries = "deliveries";

    public static IReadOnlyList<string> All { get; } = [TranslationWanted, Deliveries];
}
