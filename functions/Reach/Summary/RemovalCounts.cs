namespace Dissemination.Reach.Summary;

/// <summary>What became of taking an item's posts down, of all its revisions.</summary>
/// <param name="Wanted">Posts that are to be taken down.</param>
internal sealed record RemovalCounts(int Wanted, int Done, int ByHand, int Failed);
