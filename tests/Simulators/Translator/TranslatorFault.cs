using Dissemination.Simulators.Faults;

namespace Dissemination.Simulators.Translator;

/// <summary>What goes wrong with a call to the simulated translator alone.</summary>
public static class TranslatorFault
{
    public static Answer InvalidKey { get; } = new(
        401, 401000, "The request is not authorized because credentials are missing or invalid.");

    public static Answer OutOfQuota { get; } = new(
        403, 403001, "The operation isn't allowed because the subscription has exceeded its free quota.");

    public static Answer ServerError { get; } = new(500, 500000, "An unexpected error occurred.");

    public static Answer Throttled(int? retryAfter) =>
        new(429, 429001, "The server rejected the request because the client has exceeded request limits.", retryAfter);

    /// <summary>An error in the service's form.</summary>
    public sealed record Answer(int Status, int Code, string Message, int? RetryAfter = null) : CallFault(Accept: false);
}
