using System.Globalization;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Today;

/// <summary>What a communicator does today, a page of it.</summary>
public sealed class TodayModel : PageModel
{
    internal const string Path = "/today";

    internal TodayModel(PageFrame frame, TodayList list, DirectorySnapshot directory)
        : base(frame) => (List, Directory) = (list, directory);

    internal TodayList List { get; }

    internal DirectorySnapshot Directory { get; }

    /// <summary>How many items stand on the pages before.</summary>
    internal int From { get; init; }

    internal DateTimeOffset Now { get; init; }

    internal Commune? Commune => Frame.Person?.Commune is { } id ? Directory.Find(id) : null;

    /// <summary>For example <c>Thứ Bảy 28/11</c>.</summary>
    internal string Day
    {
        get
        {
            var day = LocalTime.DayOf(Now);
            return $"{Labels.Find("Weekday", day.DayOfWeek.ToString())} {day.ToString("dd'/'MM", CultureInfo.InvariantCulture)}";
        }
    }

    internal static string AddressFrom(int from) => from <= 0 ? Path : string.Create(CultureInfo.InvariantCulture, $"{Path}?from={from}");
}
