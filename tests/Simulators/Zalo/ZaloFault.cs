namespace Dissemination.Simulators.Zalo;

/// <summary>What goes wrong with a call to the simulated Zalo.</summary>
public abstract record ZaloFault
{
    private ZaloFault()
    {
    }

    public static ZaloFault Throttled { get; } = new Answer(-32, "Your OA reached limit call api");

    public static ZaloFault InvalidToken { get; } = new Answer(-216, "Access token is invalid");

    public static ZaloFault ExpiredToken { get; } = new Answer(-220, "access_token is expired or removed");

    public static ZaloFault NeedsUpgrade { get; } = new Answer(-224, "The OA needs to upgrade OA Tier Package");

    public static ZaloFault OutOfQuota { get; } = new Answer(-211, "Out of quota");

    public static ZaloFault NotInGroup { get; } = new Answer(-403, "OA is not in group");

    /// <summary>An answer in Zalo's form, with status 200; nothing was posted.</summary>
    public sealed record Answer(int Error, string Message) : ZaloFault;

    /// <summary>An answer that is not Zalo's, as from a gateway.</summary>
    public sealed record Garbage(int Status, string Body, bool Accept) : ZaloFault;

    /// <summary>No answer for as long as the caller waits.</summary>
    public sealed record Silence(bool Accept) : ZaloFault;

    /// <summary>The connection is cut instead of an answer.</summary>
    public sealed record Cut(bool Accept) : ZaloFault;
}
