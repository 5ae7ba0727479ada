using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Calendar;

/// <summary>What is typed on the page of an item's times.</summary>
internal sealed record OccasionForm(ImmutableArray<LanguageTag> Languages, string? Day, string? Time)
{
    public static OccasionForm Empty { get; } = new([], null, null);

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
