using Azure;

namespace Dissemination.Local.Host;

/// <summary>Tells that storage did not answer, which passes, from what nobody expected.</summary>
internal static class StorageFailure
{
    /// <summary>The SDK throws the one when it was refused, the other when every try met the same failure.</summary>
    public static bool Is(Exception failure) =>
        failure is RequestFailedException || (failure is AggregateException several && several.InnerExceptions.All(inner => inner is RequestFailedException));
}
