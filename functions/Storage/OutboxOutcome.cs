namespace Dissemination.Storage;

/// <summary>What a step of the outbox came to.</summary>
/// <param name="IsDone">Whether its row goes; else the next tick takes the step again.</param>
internal sealed record OutboxOutcome(bool IsDone)
{
    public static readonly OutboxOutcome Done = new(IsDone: true);

    /// <summary>Not yet: the row stays.</summary>
    public static readonly OutboxOutcome Later = new(IsDone: false);

    /// <summary>What is written in the very transaction that takes the row away; null where there is nothing.</summary>
    public Transaction? With { get; init; }

    /// <summary>What comes behind that transaction, and only if it was written.</summary>
    public Func<CancellationToken, Task>? Then { get; init; }
}
