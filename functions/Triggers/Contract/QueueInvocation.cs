namespace Dissemination.Triggers.Contract;

/// <summary>A queue message that the host hands over.</summary>
/// <param name="Text">The message as it was sent.</param>
/// <param name="DequeueCount">How often it was taken, or null where a property of the message replaced that figure.</param>
internal sealed record QueueInvocation(string Text, int? DequeueCount);
