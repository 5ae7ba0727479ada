using Azure.Storage.Queues.Models;

namespace Dissemination.Local.Host;

/// <summary>Does what a message asks for.</summary>
/// <returns>Whether it was done; if not, the message is tried again or goes to poison.</returns>
internal delegate Task<bool> DoMessage(QueueMessage message, string text, CancellationToken cancellationToken);

/// <summary>How a queue is worked off.</summary>
/// <param name="AtOnce">Messages taken at once.</param>
/// <param name="MoreBelow">More are taken when no more than so many are running.</param>
/// <param name="MaxTries">Tries before a message goes to poison.</param>
/// <param name="RetryAfter">How long a message waits after a failure.</param>
/// <param name="LongestPause">How long an empty queue is left alone at most.</param>
internal sealed record QueuePace(int AtOnce, int MoreBelow, int MaxTries, TimeSpan RetryAfter, TimeSpan LongestPause);
