using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Dissemination.Storage;

/// <summary>
/// Tries a call to storage again as the library does; but while somebody waits for a page or an answer, a storage that is away is told
/// within five seconds: a try that hangs ends after <see cref="MostWait"/> and is the last, one that fails at once is made once more.
/// </summary>
/// <param name="mostWait">How long a try may hang while somebody waits.</param>
internal sealed class ReaderPatience(TimeSpan mostWait) : RetryPolicy
{
    /// <summary>Says another time than <see cref="MostWait"/>.</summary>
    public const string Setting = "Storage:ReaderWait";

    private const string Property = "reader-waits";

    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(3.5);

    private static readonly Dictionary<string, object?> Waiting = new(StringComparer.Ordinal) { [Property] = true };

    /// <summary>As the settings want it.</summary>
    public static ReaderPatience Of(IConfiguration configuration) =>
        new(configuration[Setting] is { Length: > 0 } wait ? TimeSpan.Parse(wait, CultureInfo.InvariantCulture) : MostWait);

    /// <summary>Until it is disposed of, somebody waits for what this flow of control asks storage.</summary>
    public static IDisposable Begin() => HttpPipeline.CreateHttpMessagePropertiesScope(Waiting);

    protected override void OnSendingRequest(HttpMessage message)
    {
        if (IsAwaited(message))
        {
            message.NetworkTimeout = mostWait;
        }
    }

    protected override ValueTask OnSendingRequestAsync(HttpMessage message)
    {
        OnSendingRequest(message);
        return ValueTask.CompletedTask;
    }

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        MayTryAgain(message, exception) && base.ShouldRetry(message, exception);

    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        MayTryAgain(message, exception) && await base.ShouldRetryAsync(message, exception);

    private static bool MayTryAgain(HttpMessage message, Exception? exception) =>
        !IsAwaited(message) || (message.ProcessingContext.RetryNumber < 1 && exception is not OperationCanceledException);

    private static bool IsAwaited(HttpMessage message) => message.TryGetProperty(Property, out _);
}
