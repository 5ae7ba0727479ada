using Azure;
using Dissemination.Storage;

namespace Dissemination.Channels;

/// <summary>Failures of storage while a post is made ready: nothing of it has left yet, so it is surely not there.</summary>
internal static class ReadFailures
{
    /// <summary>Whether storage refused something or was away, and nobody wanted to leave.</summary>
    public static bool IsOfStorage(this Exception failure, CancellationToken cancellationToken) =>
        failure is RequestFailedException || (StorageFailure.IsAway(failure) && !cancellationToken.IsCancellationRequested);
}
