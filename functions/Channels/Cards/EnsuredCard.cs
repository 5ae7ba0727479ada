using Dissemination.Problems;

namespace Dissemination.Channels.Cards;

/// <summary>What came of a version's card.</summary>
/// <param name="Picture">Null where the version needs no card, or it cannot be made.</param>
/// <param name="Problem">Why it cannot be made.</param>
internal sealed record EnsuredCard(PostPicture? Picture, Problem? Problem)
{
    public static EnsuredCard None { get; } = new(null, null);
}
