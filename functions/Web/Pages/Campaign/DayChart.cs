using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Reports.Campaign;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>Posts of each day as bars; the table beneath says the same, and the opens.</summary>
internal sealed class DayChart(ImmutableArray<DayRow> days)
{
    /// <summary>Thirty of them stand beside the meetings on a desk.</summary>
    private const int Step = 17;

    /// <summary>How wide a bar is.</summary>
    public const int Bar = Step - 4;

    /// <summary>Room at both ends for a number that is wider than its bar.</summary>
    private const int Side = 7;

    private const int Tallest = 110;
    private const int Top = 20;

    public int Width => (Math.Max(days.Length, 1) * Step) + (2 * Side);

    public static int Height => Top + Tallest + 22;

    public long Most => days.IsEmpty ? 0 : days.Max(day => day.Posts);

    /// <summary>A bar for each day; its number stands above the highest.</summary>
    public IEnumerable<(int X, int Y, int Height, string Day, string? Number)> Bars
    {
        get
        {
            var highest = days.IsEmpty ? null : days.MaxBy(day => day.Posts);
            return days.Select((day, place) =>
            {
                var height = Most == 0 ? 0 : (int)(day.Posts * Tallest / Most);
                return (
                    Side + (place * Step),
                    Top + Tallest - height,
                    height,
                    day.Day.Day.ToString(CultureInfo.InvariantCulture),
                    day == highest ? LocalTime.Number(day.Posts) : null);
            });
        }
    }

    /// <summary>Where the names of days stand.</summary>
    public static int Base => Top + Tallest + 15;
}
