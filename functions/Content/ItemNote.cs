using Dissemination.Directory;

namespace Dissemination.Content;

/// <summary>What a colleague says of an item or of a draft, to those who work at it. No post and no report carries it.</summary>
internal sealed record ItemNote(DateTimeOffset At, PersonId By, string Text)
{
    /// <summary>Within which the same words of the same person are a button that was tapped twice.</summary>
    private static readonly TimeSpan Twice = TimeSpan.FromMinutes(2);

    /// <summary>Whether this says again, just after, what another of the same subject says.</summary>
    public bool Repeats(ItemNote earlier) => (By, Text) == (earlier.By, earlier.Text) && (At - earlier.At).Duration() < Twice;
}
