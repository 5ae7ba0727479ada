using Dissemination.Problems;

namespace Dissemination.Channels;

/// <summary>What became of one send. The classes are those of every channel: never left, answered, ambiguous.</summary>
internal abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>What the channel calls the parts of the post that are there, where not all are: a later try goes on behind them.</summary>
    public string? Progress { get; init; }

    /// <summary>How long everything that shares the credential had better wait, whatever became of this post.</summary>
    public TimeSpan? LanePause { get; init; }

    /// <summary>Answered yes.</summary>
    /// <param name="Reference">What the channel calls the post.</param>
    public sealed record Delivered(string Reference) : SendOutcome;

    /// <summary>It surely did not arrive and may be sent again by itself, after the time that the channel named, if it named one.</summary>
    /// <param name="After">From now; null means as the sender thinks fit.</param>
    /// <param name="WholeLane">Whether everything that shares the credential has to wait too.</param>
    public sealed record Later(TimeSpan? After, bool WholeLane, Problem Reason) : SendOutcome;

    /// <summary>The destination has a new address; store it and send there.</summary>
    public sealed record Moved(string NewAddress) : SendOutcome;

    /// <summary>The channel does not take this post; the destination is well.</summary>
    public sealed record Rejected(Problem Reason) : SendOutcome;

    /// <summary>The destination refuses for good: disable it and tell its owner.</summary>
    public sealed record Closed(Problem Reason) : SendOutcome;

    /// <summary>The credential is dead: stop its lane and tell its owner.</summary>
    public sealed record CredentialDead(Problem Reason) : SendOutcome;

    /// <summary>The channel does not let a machine do this (too late, another form of post): a person does it by hand.</summary>
    public sealed record ByHandOnly(Problem Reason) : SendOutcome;

    /// <summary>The channel says that this very text is there already. It is looked up, and never sent again by itself.</summary>
    public sealed record Duplicate(Problem Reason) : SendOutcome;

    /// <summary>Nobody knows whether it arrived.</summary>
    public sealed record Unknown(Problem Reason) : SendOutcome;
}
