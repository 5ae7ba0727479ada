using Dissemination.Simulators.Faults;

namespace Dissemination.Simulators.Zalo;

/// <summary>What goes wrong with a call to the simulated Zalo alone.</summary>
public static class ZaloFault
{
    public static Answer Throttled { get; } = new(-32, "Your OA reached limit call api");

    public static Answer InvalidToken { get; } = new(-216, "Access token is invalid");

    public static Answer ExpiredToken { get; } = new(-220, "access_token is expired or removed");

    public static Answer NeedsUpgrade { get; } = new(-224, "The OA needs to upgrade OA Tier Package");

    public static Answer OutOfQuota { get; } = new(-211, "Out of quota");

    public static Answer NotInGroup { get; } = new(-403, "OA is not in group");

    /// <summary>An answer in Zalo's form, with status 200; nothing was posted.</summary>
    public sealed record Answer(int Error, string Message) : CallFault(Accept: false);
}
