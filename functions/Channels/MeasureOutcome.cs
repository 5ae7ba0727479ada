using System.Collections.Immutable;

namespace Dissemination.Channels;

/// <summary>What a channel told when it was asked for the figures of a post.</summary>
/// <param name="Figures">What it told. A figure that is not among them was not measured, which is never 0.</param>
internal sealed record MeasureOutcome(ImmutableArray<PostFigure> Figures)
{
    /// <summary>The channel tells nothing of its posts, or nothing of this one.</summary>
    public static MeasureOutcome Nothing { get; } = new([]);

    /// <summary>Whether there may be more to hear later: it refused because of a limit, or did not answer.</summary>
    public bool IsLater { get; init; }

    /// <summary>When to ask again, where the channel named it; from now.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>Whether nothing that shares the credential is to be asked now.</summary>
    public bool WholeLane { get; init; }

    /// <summary>
    /// How long everything that shares the credential had better wait, whatever was told of this post; null where it need not.
    /// </summary>
    public TimeSpan? LanePause { get; init; }

    /// <summary>To be asked later, with what was told up to then.</summary>
    public static MeasureOutcome Later(ImmutableArray<PostFigure> figures, SendOutcome why) => new(figures)
    {
        IsLater = true,
        After = (why as SendOutcome.Later)?.After,
        WholeLane = why is SendOutcome.Later { WholeLane: true } or SendOutcome.CredentialDead,
        LanePause = why is SendOutcome.Later { WholeLane: true, After: { } after } && !(why.LanePause > after) ? after : why.LanePause,
    };
}
