using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>Words that an author wrote, and where.</summary>
/// <param name="IsRow">Whether it is a cell or a value, whose lines all lie where it begins.</param>
internal sealed record WrittenText(string Text, Place Place, bool IsRow = false)
{
    /// <summary>All that an item says beside its body and its pictures.</summary>
    public static IEnumerable<WrittenText> Of(ItemContent content, Func<string, Place> placeOf) =>
        from part in new[]
        {
            ("title", content.Text.Title), ("summary", content.Text.Summary), ("issuer", content.Issuer), ("speaker", content.Speaker),
        }
        where !string.IsNullOrEmpty(part.Item2)
        select new WrittenText(part.Item2, placeOf(part.Item1), IsRow: true);

    /// <summary>The place of one of its characters.</summary>
    public Place At(int index) => IsRow ? Place : Place with { Line = Place.Line + Text.AsSpan(0, index).Count('\n') };
}
