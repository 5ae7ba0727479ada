using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reports.Calendar;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Calendar;

/// <summary>When one item goes out in each language, and the forms that change that.</summary>
public sealed class OccasionModel : PageModel
{
    internal OccasionModel(PageFrame frame, OccasionView view, OccasionForm typed)
        : base(frame) => (View, Typed) = (view, typed);

    internal OccasionView View { get; }

    internal Item Item => View.Row.Value;

    internal ImmutableArray<CalendarLine> Lines => View.Lines;

    internal OccasionForm Typed { get; }

    internal DateTimeOffset Now { get; init; }

    /// <summary>What else goes out on the day that stands in the form; null where nothing can be chosen.</summary>
    internal OccasionDay? Near { get; init; }

    /// <summary>So many of that day are read here; all stand on the calendar.</summary>
    internal const int MostNear = 12;

    /// <summary>The time that stands in the form; null where it is none.</summary>
    internal DateTimeOffset? At => LocalTime.TryParse($"{Day} {Time}", wholeDay: false, out var at) ? at : null;

    /// <summary>The languages that are chosen and can be moved.</summary>
    internal IReadOnlyList<LanguageTag> Chosen =>
        [.. Lines.Where(line => CanChange(line) && IsChosen(line)).Select(line => line.Language)];

    internal static string WeekOf(DateOnly day) =>
        $"{new CalendarQuery(new(), day, IsWeek: true).Address}#{CalendarModel.AnchorOf(day)}";

    internal string ETag => ItemVersion.Of(Item).ToString("H");

    /// <summary>Whether something of it can still be changed, and the reader may.</summary>
    internal bool MayChange =>
        Frame.Person is { } person && (person.Is(Role.Staff) || person.Is(Role.Approver))
        && Item.State is not ItemState.Withdrawn && !Item.IsExpired(Now) && Lines.Any(CanChange);

    internal static bool CanChange(CalendarLine line) => line.State is not (CalendarState.Out or CalendarState.Sending);

    internal bool IsChosen(CalendarLine line) =>
        Typed.Languages.IsEmpty ? CanChange(line) : Typed.Languages.Contains(line.Language);

    internal bool CanResume => Lines.Any(line => line.State is CalendarState.Held or CalendarState.Cancelled);

    internal bool CanHold => Lines.Any(line => line.IsToCome && line.State is not CalendarState.Held);

    /// <summary>The day that the form begins with: the one that was typed, or else the one on which it is wanted.</summary>
    internal string Day => Typed.Day ?? (First is { } at ? LocalTime.DayOf(at) : LocalTime.DayOf(Now).AddDays(1))
        .ToString("O", CultureInfo.InvariantCulture);

    internal string Time => Typed.Time ?? (First is { } at ? LocalTime.TimeText(at) : "07:00");

    /// <summary>The calendar where the item stands on it.</summary>
    internal string Back =>
        new CalendarQuery(new(), First is { } at ? LocalTime.DayOf(at) : null, IsWeek: false).Address;

    internal string WantedAt(CalendarLine line) =>
        Item.WantedAt(line.Language) is { } at ? LocalTime.Text(at) : Texts.AsSoonAsApproved;

    /// <summary>Hours with how many communes tell them; empty where none does.</summary>
    internal static string HoursOf(ImmutableArray<(HoursOfDay Hours, int Communes)> told) =>
        string.Join("; ", told.Select(each => TextFormat.Fill(Texts.OccasionHours, each.Hours, LocalTime.Number(each.Communes))));

    private DateTimeOffset? First =>
        Lines.Where(CanChange).Select(line => Item.WantedAt(line.Language)).Where(at => at > Now).Min()
        ?? (Item.PublishAt > Now ? Item.PublishAt : null);
}
