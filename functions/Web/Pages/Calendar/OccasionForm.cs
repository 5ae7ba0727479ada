using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Calendar;

/// <summary>What is typed on the page of an item's times.</summary>
internal sealed record OccasionForm(ImmutableArray<LanguageTag> Languages, string? Day, string? Time)
{
    public static OccasionForm Empty { get; } = new([], null, null);

    /// <summary>The form as an address opens it.</summary>
    /// <param name="day">To which an entry was drawn; what is no day says nothing.</param>
    public static OccasionForm For(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named)
        && LocalTime.IsSensible(named.Year)
            ? Empty with { Day = day }
            : Empty;

    /// <summary>The instant that was typed; null where it is none.</summary>
    public DateTimeOffset? At => LocalTime.TryParse($"{Day?.Trim()} {Time?.Trim()}", wholeDay: false, out var at) ? at : null;

    public static async ValueTask<OccasionForm> BindAsync(HttpContext context)
    {
        var form = await OwnForm.ReadAsync(context);
        return new(
            [
                .. form["language"]
                    .Select(language => LanguageTag.TryParse(language, null, out var tag) ? tag : (LanguageTag?)null)
                    .OfType<LanguageTag>()
                    .Distinct(),
            ],
            form["day"],
            form["time"]);
    }
}
