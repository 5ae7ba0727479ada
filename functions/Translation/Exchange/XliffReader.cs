using System.Collections.Immutable;
using System.Xml.Linq;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// Reads XLIFF that comes back from a translator's tool: 2.0, 2.1, and 1.2, which many tools still write. All of it or nothing.
/// </summary>
internal static class XliffReader
{
    /// <param name="name">The file as the person knows it.</param>
    /// <param name="expected">The language that the person handed it in for.</param>
    public static Parsed<ExchangeDocument> Read(string name, ReadOnlySpan<byte> bytes, LanguageTag expected)
    {
        var xml = ExchangeXml.Load(name, bytes);
        if (!xml.IsValid)
        {
            return Parsed<ExchangeDocument>.Bad(xml.Problems);
        }

        var root = XliffNames.WithNamespace(xml.Value.Root!);
        var version = (string?)root.Attribute("version");
        List<Problem> problems = [];
        var files = (version, root.Name) switch
        {
            ("2.0" or "2.1", var found) when found == XliffNames.Two + "xliff" => ReadTwo(name, root, expected, problems),
            ("1.2", var found) when found == XliffNames.OnePointTwo + "xliff" => ReadOnePointTwo(name, root, expected, problems),
            _ => null,
        };
        if (files is null)
        {
            problems.Add(new(nameof(ProblemTexts.NotXliff), root.PlaceOf(name), $"{root.Name.LocalName} {version}".TrimEnd()));
        }
        else if (files.Count == 0 && problems.Count == 0)
        {
            problems.Add(new(nameof(ProblemTexts.ExchangeNothing), new(name)));
        }

        foreach (var twice in (files ?? []).GroupBy(file => file.Version).Where(same => same.Skip(1).Any()))
        {
            problems.Add(new(nameof(ProblemTexts.ExchangeTwice), new(name), twice.Key.ToString()));
        }

        return problems.Count > 0 ? Parsed<ExchangeDocument>.Bad(problems) : Parsed<ExchangeDocument>.Of(new(expected, [.. files!]));
    }

    private static List<ExchangeFile> ReadTwo(string name, XElement root, LanguageTag expected, List<Problem> problems)
    {
        var languages = ((string?)root.Attribute("srcLang"), (string?)root.Attribute("trgLang"));
        ExchangeLanguages.Check(name, root, languages, expected, problems);
        var unit = new XliffTwoUnit(name, problems);
        return Files(
            name,
            root.Elements(XliffNames.Two + "file"),
            expected,
            file => Units(name, file.Descendants(XliffNames.Two + "unit"), unit.Read, problems),
            problems);
    }

    private static List<ExchangeFile> ReadOnePointTwo(string name, XElement root, LanguageTag expected, List<Problem> problems)
    {
        var files = root.Elements(XliffNames.OnePointTwo + "file").ToList();
        foreach (var file in files)
        {
            var languages = ((string?)file.Attribute("source-language"), (string?)file.Attribute("target-language"));
            ExchangeLanguages.Check(name, file, languages, expected, problems);
        }

        var unit = new XliffOneUnit(name, problems);
        return Files(
            name,
            files,
            expected,
            file => Units(name, file.Descendants(XliffNames.OnePointTwo + "trans-unit"), unit.Read, problems),
            problems);
    }

    private static List<ExchangeFile> Files(
        string name,
        IEnumerable<XElement> files,
        LanguageTag expected,
        Func<XElement, ImmutableArray<ExchangeUnit>> unitsOf,
        List<Problem> problems)
    {
        List<ExchangeFile> found = [];
        foreach (var file in files)
        {
            // Some tools write the path of what they read as the original, and keep the id.
            if ((VersionOf(file, "original") ?? VersionOf(file, "id")) is not { } version)
            {
                problems.Add(
                    new(nameof(ProblemTexts.ExchangeVersionUnknown), file.PlaceOf(name), (string?)file.Attribute("original")
                        ?? (string?)file.Attribute("id") ?? ""));
                continue;
            }

            if (version.Language != expected)
            {
                problems.Add(new(nameof(ProblemTexts.ExchangeOtherLanguage), file.PlaceOf(name), version.Language.Value, expected.Value));
            }

            found.Add(new(version, unitsOf(file)));
        }

        return found;
    }

    private static ImmutableArray<ExchangeUnit> Units(
        string name, IEnumerable<XElement> elements, Func<XElement, ExchangeUnit?> read, List<Problem> problems)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        var units = ImmutableArray.CreateBuilder<ExchangeUnit>();
        foreach (var element in elements)
        {
            if (read(element) is not { } unit)
            {
                continue;
            }

            if (!ids.Add(unit.Id))
            {
                problems.Add(new(nameof(ProblemTexts.ExchangeTwice), element.PlaceOf(name), unit.Id));
            }

            units.Add(unit);
        }

        return units.ToImmutable();
    }

    /// <summary>The version that a name stands for: as it went out, or as a path and with the endings that tools add.</summary>
    private static VersionId? VersionOf(XElement file, string attribute)
    {
        var name = ((string?)file.Attribute(attribute) ?? "").Split('/', '\\')[^1];
        for (; name.Length > 0; name = Path.GetFileNameWithoutExtension(name))
        {
            if (VersionId.TryParse(name, null, out var version))
            {
                return version;
            }

            if (!name.Contains('.', StringComparison.Ordinal))
            {
                break;
            }
        }

        return null;
    }
}
