namespace Dissemination.Local.Worker;

/// <summary>The process that was asked has ended, or cannot be heard any more.</summary>
internal sealed class WorkerGoneException() : Exception("The worker has ended.");
