using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Reports.Campaign;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>Posts of each day as bars; the table beneath says the same, and the opens.</summary>
internal sealed class DayChart(ImmutableArray<DayRow> days)
{
    private const int Step = 22;
    private const int Tallest = 110;
    private const int Top = 20;

    public int Width => Math.Max(days.Length * Step, Step);

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
                    place * Step,
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
