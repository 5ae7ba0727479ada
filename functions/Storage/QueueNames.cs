namespace Dissemination.Storage;

/// <summary>
/// The queues. The host hands messages over as they are (<c>messageEncoding</c> in <c>host.json</c>): one that it could not decode would
/// go to a queue that nobody reads.
/// </summary>
internal static class QueueNames
{
    /// <summary>Items whose translations are wanted.</summary>
    public const string TranslationWanted = "translation-wanted";

    /// <summary>Shares of the lanes that have something to send.</summary>
    public const string Lanes = "lanes";

    /// <summary>Reviewers whose chats are to be brought in line with a translation.</summary>
    public const string ReviewerCalls = "reviewer-calls";

    /// <summary>What the host adds to a queue's name for the messages that it gave up on.</summary>
    public const string Poison = "-poison";

    /// <summary>Where the host puts the blobs that it gave up on.</summary>
    public const string UnhandledBlobs = "webjobs-blobtrigger-poison";

    public static IReadOnlyList<string> All { get; } = [TranslationWanted, Lanes, ReviewerCalls];
}
