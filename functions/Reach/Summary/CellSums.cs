using System.Runtime.InteropServices;

namespace Dissemination.Reach.Summary;

/// <summary>The places of a cell over all its channels, counted in one pass because pages count hundreds of thousands of cells.</summary>
/// <param name="FirstMinutes">Whole minutes from the item’s start to the first post; null where there is none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellSums(int Expected, int Done, int OnTime, int Failed, int Waiting, int? FirstMinutes)
{
    public static CellSums Of(CellSummary cell)
    {
        var sums = default(CellSums);
        foreach (var channel in cell.Channels)
        {
            sums = new(
                sums.Expected + channel.Expected,
                sums.Done + channel.Done,
                sums.OnTime + channel.OnTime,
                sums.Failed + channel.Failed,
                sums.Waiting + channel.Waiting,
                channel.FirstMinutes is { } minutes && !(sums.FirstMinutes <= minutes) ? minutes : sums.FirstMinutes);
        }

        return sums;
    }
}
