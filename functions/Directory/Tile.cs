namespace Dissemination.Directory;

/// <summary>Where a commune stands on a map of equal tiles: a sketch of how communes lie to one another.</summary>
/// <param name="Column">From the west, from 0.</param>
/// <param name="Row">From the north, from 0.</param>
internal sealed record Tile(int Column, int Row)
{
    /// <summary>The last column and row that there may be.</summary>
    public const int Last = 99;
}
