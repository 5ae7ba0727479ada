using System.Runtime.InteropServices;
using Dissemination.Deliveries;

namespace Dissemination.Reports;

/// <summary>Figures of which some were not measured.</summary>
internal static class Figures
{
    /// <summary>The sum of what was measured; null where nothing was.</summary>
    public static long? Sum(IEnumerable<long?> figures) =>
        figures.Aggregate((long?)null, (sum, figure) => figure is null ? sum : (sum ?? 0) + figure);

    /// <summary>
    /// How many people were there: of each place the largest number that was told, however often and in how many languages something was
    /// spread there, because they are the same people. The sum of the places; null where nobody told any.
    /// </summary>
    /// <param name="places">The posts at each.</param>
    public static long? Attendance(IEnumerable<IEnumerable<Delivery>> places) => Sum(
        places.Select(place => place.Where(delivery => delivery.ArrivedAt is not null).Max(delivery => (long?)delivery.Attendance)));

    /// <summary>The median of what was measured, the lower of the two in the middle; null where nothing was.</summary>
    public static long? Median(IEnumerable<long?> figures)
    {
        var measured = figures.OfType<long>().Order().ToList();
        return measured.Count == 0 ? null : measured[(measured.Count - 1) / 2];
    }

    /// <summary>The same of many, of which it changes the order; in about as many steps as there are figures.</summary>
    public static int? Median(List<int> figures) =>
        figures.Count == 0 ? null : Smallest(CollectionsMarshal.AsSpan(figures), (figures.Count - 1) / 2);

    /// <summary>The figure that would stand at a place, were they in order (Hoare’s selection).</summary>
    private static int Smallest(Span<int> figures, int place)
    {
        var (first, last) = (0, figures.Length - 1);
        while (first < last)
        {
            var middle = figures[first + ((last - first) / 2)];
            var (low, high) = (first, last);
            while (low <= high)
            {
                for (; figures[low] < middle; low++)
                {
                }

                for (; figures[high] > middle; high--)
                {
                }

                if (low <= high)
                {
                    (figures[low], figures[high]) = (figures[high], figures[low]);
                    (low, high) = (low + 1, high - 1);
                }
            }

            // What lies between the two equals the middle.
            (first, last) = place <= high ? (first, high) : place >= low ? (low, last) : (place, place);
        }

        return figures[place];
    }
}
