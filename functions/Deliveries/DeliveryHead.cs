using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Deliveries;

/// <summary>
/// What is known of all deliveries of a language version. Whoever adds a delivery writes it in the same transaction, so that no two add the
/// same one.
/// </summary>
/// <param name="Next">The number of the next block.</param>
/// <param name="FirstPass">When the first fan-out of the version began; null once anybody else has added something.</param>
/// <param name="After">How far that fan-out has come.</param>
internal sealed record DeliveryHead(int Next, DateTimeOffset? FirstPass, DestinationId? After)
{
    /// <summary>Whether nothing of what a step plans can be there yet: all that is was written by the steps before it.</summary>
    public bool IsJustBefore(FanOutStep step) =>
        FirstPass == step.At && step.AfterDestination is { } after && After == after && step.Commune is null;

    /// <summary>After a step of the first fan-out has added its blocks.</summary>
    /// <param name="last">The last destination of the step; null where nothing comes behind it.</param>
    public static DeliveryHead AfterStep(DeliveryHead? before, FanOutStep step, int added, DestinationId? last) =>
        new((before?.Next ?? 0) + added, step.Commune is null ? step.At : null, last);

    /// <summary>After somebody else has.</summary>
    public static DeliveryHead AfterOthers(DeliveryHead? before, int added) => new((before?.Next ?? 0) + added, null, null);
}
