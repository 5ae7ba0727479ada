namespace Dissemination.Simulators.Faults;

/// <summary>What goes wrong with a call: here what befalls every channel alike. Each channel adds answers of its own.</summary>
/// <param name="Accept">Whether the call is carried out all the same.</param>
public abstract record CallFault(bool Accept)
{
    /// <summary>What a planned fault is on every channel; null where the channel has to say it, and where all goes well.</summary>
    internal static CallFault? Of(Fault fault, FaultPlan plan) => fault switch
    {
        Fault.CutBeforeAccept => new Cut(Accept: false),
        Fault.CutAfterAccept => new Cut(Accept: true),
        Fault.Slow => new Late(plan.Slowness),
        _ => null,
    };

    /// <summary>An answer that is not the channel's, as from a gateway.</summary>
    public sealed record Garbage(int Status, string Body, bool Accept) : CallFault(Accept);

    /// <summary>No answer for as long as the caller waits.</summary>
    public sealed record Silence(bool Accept) : CallFault(Accept);

    /// <summary>The connection is cut instead of an answer.</summary>
    public sealed record Cut(bool Accept) : CallFault(Accept);

    /// <summary>Done, and answered late.</summary>
    public sealed record Late(TimeSpan After) : CallFault(Accept: true);

    /// <summary>Done, and answered when something else has ended.</summary>
    public sealed record Held(Task Until) : CallFault(Accept: true);
}
