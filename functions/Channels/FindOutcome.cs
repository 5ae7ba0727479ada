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

    /// <summary>The channel cannot be read back: a person decides.</summary>
    public sealed record CannotTell : FindOutcome;
}
