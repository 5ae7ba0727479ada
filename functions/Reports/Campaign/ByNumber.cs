using System.Runtime.InteropServices;

namespace Dissemination.Reports.Campaign;

/// <summary>Lists that are kept by number (<see cref="Numbering{T}"/>), and grow to the largest that was met.</summary>
internal static class ByNumber
{
    /// <summary>The place of a number, to be read or written before the list is asked for another.</summary>
    public static ref T? At<T>(List<T?> list, int number)
    {
        if (number >= list.Count)
        {
            CollectionsMarshal.SetCount(list, number + 1);
        }

        return ref CollectionsMarshal.AsSpan(list)[number];
    }
}
