using System.Xml.Linq;
using Dissemination.Problems;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// Reads a unit of XLIFF 1.2. An empty target there means that nobody has translated it yet, and so does a state that says so.
/// </summary>
internal sealed class XliffOneUnit(string file, List<Problem> problems)
{
    private readonly XliffText _words = new(file, problems);

    public ExchangeUnit? Read(XElement unit)
    {
        var id = (string?)unit.Attribute("id") ?? "";
        var source = unit.Element(XliffNames.OnePointTwo + "source");
        if (id.Length == 0 || source is null)
        {
            problems.Add(
                new(nameof(ProblemTexts.ExchangePartMissing), unit.PlaceOf(file, id.Length > 0 ? id : null), id.Length == 0
                    ? "id"
                    : "source"));
            return null;
        }

        var element = unit.Element(XliffNames.OnePointTwo + "target");
        var target = element is null ? null : _words.Of(element) is var words && string.IsNullOrWhiteSpace(words) ? null : words;
        List<string> notes = [.. unit.Elements(XliffNames.OnePointTwo + "note").Select(note => note.Value)];
        return new(
            id,
            XliffTwoUnit.PartOf((string?)unit.Attribute("resname")),
            _words.Of(source),
            target,
            target is null || IsHalf(unit, element!)
                ? ExchangeState.Initial
                : StateOf((string?)element!.Attribute("state"), (string?)unit.Attribute("approved") == "yes"),
            notes.Count > 0 ? string.Join('\n', notes) : null);
    }

    /// <summary>Whether a segment that a tool cut out of the source has no words in a target that is cut like it.</summary>
    private static bool IsHalf(XElement unit, XElement target)
    {
        var translated = SegmentsOf(target).Where(segment => !string.IsNullOrWhiteSpace(segment.Value)).Select(IdOf)
            .ToHashSet(StringComparer.Ordinal);
        return SegmentsOf(target).Any()
            && unit.Elements(XliffNames.OnePointTwo + "seg-source").SelectMany(SegmentsOf)
                .Any(segment => !string.IsNullOrWhiteSpace(segment.Value) && !translated.Contains(IdOf(segment)));
    }

    private static IEnumerable<XElement> SegmentsOf(XElement words) =>
        words.Descendants(XliffNames.OnePointTwo + "mrk").Where(mark => (string?)mark.Attribute("mtype") == "seg");

    private static string IdOf(XElement segment) => (string?)segment.Attribute("mid") ?? "";

    private static ExchangeState StateOf(string? state, bool isApproved) => state switch
    {
        "final" => ExchangeState.Final,
        "signed-off" => ExchangeState.Reviewed,
        "new" or "initial" or "needs-translation" or "needs-adaptation" or "needs-l10n" => ExchangeState.Initial,
        _ => isApproved ? ExchangeState.Reviewed : ExchangeState.Translated,
    };
}
