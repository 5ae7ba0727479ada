namespace Dissemination.Channels;

/// <summary>What reading a channel back told about a post.</summary>
internal abstract record FindOutcome
{
    private FindOutcome()
    {
    }

    public sealed record There(string Reference) : FindOutcome;

    /// <summary>Surely not there: it may be sent.</summary>
    public sealed record NotThere : FindOutcome;

    /// <summary>Surely nobody has got it, and what comes before that is there: the next try goes on from there.</summary>
    public sealed record Begun(string Progress) : FindOutcome;

    /// <summary>The channel cannot be read back: a person decides.</summary>
    public sealed record CannotTell : FindOutcome;
}
