using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation.Review;

/// <summary>What somebody said about a translation.</summary>
/// <param name="Segment">Of which segment of the original, counted from 1; null where it is of all of it.</param>
/// <param name="Commune">Of which commune's own variant; null where it is of the common text.</param>
internal sealed record Comment(
    VersionId Version, PersonId By, DateTimeOffset At, string Text, int? Segment = null, CommuneId? Commune = null)
{
    /// <summary>Within which the same words of the same person are a button that was tapped twice.</summary>
    private static readonly TimeSpan Twice = TimeSpan.FromMinutes(2);

    /// <summary>Whether this says again, just after, what another of the same text says.</summary>
    public bool Repeats(Comment earlier) =>
        (By, Segment, Text) == (earlier.By, earlier.Segment, earlier.Text) && (At - earlier.At).Duration() < Twice;
}
