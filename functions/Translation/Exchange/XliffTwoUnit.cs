using System.Globalization;
using System.Xml.Linq;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// Reads a unit of XLIFF 2. Where a tool cut it into several segments they are joined, with what stands between them; it is open until each
/// of them has a target.
/// </summary>
internal sealed class XliffTwoUnit(string file, List<Problem> problems)
{
    private readonly XliffText _words = new(file, problems);

    public ExchangeUnit? Read(XElement unit)
    {
        var id = (string?)unit.Attribute("id") ?? "";
        var place = unit.PlaceOf(file, id.Length > 0 ? id : null);
        List<Piece> pieces = [.. unit.Elements().Where(IsPiece).Select((element, index) => ReadPiece(element, index + 1, place))];
        if (id.Length == 0 || !pieces.Exists(piece => piece.IsSegment))
        {
            problems.Add(new(nameof(ProblemTexts.ExchangePartMissing), place, id.Length == 0 ? "id" : "segment"));
            return null;
        }

        // What stands between segments has a state only where somebody translated it.
        var segments = pieces.FindAll(piece => piece.IsSegment);
        var target = segments.Exists(piece => !string.IsNullOrWhiteSpace(piece.Target))
            ? string.Concat(pieces.OrderBy(piece => piece.Order).Select(piece => piece.Target ?? (piece.IsSegment ? "" : piece.Source)))
            : null;
        return new(
            id,
            PartOf((string?)unit.Attribute("name")),
            string.Concat(pieces.Select(piece => piece.Source)),
            target,
            segments.Min(piece => piece.State),
            NoteOf(unit));
    }

    /// <summary>What a unit's name says; another tool's unit is of the body.</summary>
    internal static TextPart PartOf(string? name) =>
        name switch
        {
            nameof(TextPart.Title) => TextPart.Title,
            nameof(TextPart.Summary) => TextPart.Summary,
            nameof(TextPart.Pictures) => TextPart.Pictures,
            _ => TextPart.Body,
        };

    private static bool IsPiece(XElement element) =>
        element.Name == XliffNames.Two + "segment" || element.Name == XliffNames.Two + "ignorable";

    private static string? NoteOf(XElement unit)
    {
        List<string> notes = [.. unit.Elements(XliffNames.Two + "notes").Elements(XliffNames.Two + "note").Select(note => note.Value)];
        return notes.Count > 0 ? string.Join('\n', notes) : null;
    }

    private Piece ReadPiece(XElement element, int number, Place place)
    {
        var source = element.Element(XliffNames.Two + "source");
        var target = element.Element(XliffNames.Two + "target");
        if (source is null)
        {
            problems.Add(new(nameof(ProblemTexts.ExchangePartMissing), element.PlaceOf(file, place.Field), "source"));
        }

        var words = source is null ? "" : _words.Of(source);
        var translated = target is null ? null : _words.Of(target);
        var isOpen = string.IsNullOrWhiteSpace(translated) && !string.IsNullOrWhiteSpace(words);

        // The standard takes a segment without a state for untouched, and yet tools leave the state out where they have written a target.
        var name = (string?)element.Attribute("state");
        var state = name is null ? ExchangeState.Translated : XliffNames.StateOf(name);
        if (state is null)
        {
            problems.Add(
                new(nameof(ProblemTexts.NotAChoice), element.PlaceOf(file, "state"), name!, string.Join(
                    ", ", Enum.GetValues<ExchangeState>().Select(XliffNames.Of))));
        }

        // A translation may say its pieces in another order.
        var order = int.TryParse((string?)target?.Attribute("order"), NumberStyles.None, CultureInfo.InvariantCulture, out var written)
            ? written
            : number;
        return new(
            element.Name.LocalName == "segment", words, translated, isOpen ? ExchangeState.Initial : state ?? ExchangeState.Initial, order);
    }

    private sealed record Piece(bool IsSegment, string Source, string? Target, ExchangeState State, int Order);
}
