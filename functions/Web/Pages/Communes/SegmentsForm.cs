using System.Globalization;
using Dissemination.Translation;

namespace Dissemination.Web.Pages.Communes;

/// <summary>
/// The form with a field for each segment: <c>s0</c>, <c>s1</c> and so on, and <c>keep</c> with the places of those that are right as they
/// were filled in.
/// </summary>
internal static class SegmentsForm
{
    public static string FieldOf(int place) => string.Create(CultureInfo.InvariantCulture, $"s{place}");

    /// <summary>What was written, by place: only what differs from what is stored, and what is kept.</summary>
    public static Dictionary<int, string?> Written(IFormCollection form, TranslatedVersion stored)
    {
        var kept = form["keep"].Select(
            place => int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToHashSet();
        Dictionary<int, string?> written = [];
        for (var place = 0; place < stored.Segments.Length; place++)
        {
            var segment = stored.Segments[place];
            if (!form.TryGetValue(FieldOf(place), out var typed))
            {
                continue;
            }

            var words = TranslatedText.WordsOf(typed.ToString());
            if (words != segment.Target)
            {
                written[place] = words;
            }
            else if (segment.IsOpen && kept.Contains(place) && words is not null)
            {
                written[place] = segment.Target;
            }
        }

        return written;
    }

    /// <summary>What the form holds for each segment, so that nothing typed is lost where it cannot be saved.</summary>
    public static Dictionary<int, string> Typed(IFormCollection form, TranslatedVersion stored) =>
        Enumerable.Range(0, stored.Segments.Length)
            .Where(place => form.ContainsKey(FieldOf(place)))
            .ToDictionary(place => place, place => form[FieldOf(place)].ToString());
}
