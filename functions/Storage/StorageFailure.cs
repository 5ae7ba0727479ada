using Azure;

namespace Dissemination.Storage;

/// <summary>Tells a storage that is away from one that refuses what it was asked.</summary>
internal static class StorageFailure
{
    /// <summary>Whether storage could not be reached, did not answer in time, or says itself that it cannot now.</summary>
    public static bool IsAway(Exception exception) => exception switch
    {
        RequestFailedException failed => failed.Status is 0 or StatusCodes.Status429TooManyRequests or >= 500,
        OperationCanceledException => true,
        AggregateException several => several.InnerExceptions.Any(IsAway),
        _ => exception.InnerException is { } inner && IsAway(inner),
    };
}
