using System.Runtime.InteropServices;

namespace Dissemination.Reports;

/// <summary>
/// How often each figure was told, for a median of hundreds of thousands: a list of them would be a large object at each page, which the
/// collector frees only by looking through all memory.
/// </summary>
internal sealed class Frequencies
{
    /// <summary>Figures from nought up to this one are counted by place; most are small.</summary>
    private const int Small = 4_096;

    private readonly int[] _small = new int[Small];
    private readonly Dictionary<int, int> _others = [];

    public int Count { get; private set; }

    public void Add(int figure)
    {
        Count++;
        if ((uint)figure < Small)
        {
            _small[figure]++;
        }
        else
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_others, figure, out _)++;
        }
    }

    /// <summary>The lower of the two in the middle; null where nothing was told. In as many steps as there are different figures.</summary>
    public int? Median()
    {
        var place = (Count - 1) / 2;
        foreach (var (figure, times) in InOrder())
        {
            if (place < times)
            {
                return figure;
            }

            place -= times;
        }

        return null;
    }

    private IEnumerable<(int Figure, int Times)> InOrder() =>
        _others.Where(other => other.Key < 0).OrderBy(other => other.Key).Select(other => (other.Key, other.Value))
            .Concat(_small.Select((times, figure) => (figure, times)))
            .Concat(_others.Where(other => other.Key > 0).OrderBy(other => other.Key).Select(other => (other.Key, other.Value)));
}
