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
}
