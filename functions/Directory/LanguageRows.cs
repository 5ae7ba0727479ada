using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dissemination.Problems;

namespace Dissemination.Directory;

/// <summary>The rows of <c>languages.csv</c>, or all that is wrong with them.</summary>
internal static partial class LanguageRows
{
    public const string File = "languages.csv";

    private static readonly ImmutableArray<string> Required = ["tag", "name", "englishName", "script", "detector", "fonts"];

    private static readonly ImmutableArray<string> Optional = ["nativeName", "spelling", "convertsTo", "conversion", "machine", "comment"];

    private static readonly FrozenDictionary<string, LanguageScript> Scripts = new Dictionary<string, LanguageScript>(
        StringComparer.Ordinal)
    {
        ["Latn"] = LanguageScript.Latin,
        ["Tavt"] = LanguageScript.TaiViet,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ScriptDetector> Detectors = new Dictionary<string, ScriptDetector>(
        StringComparer.Ordinal)
    {
        ["latin"] = ScriptDetector.Latin,
        ["tai-dam"] = ScriptDetector.TaiDam,
        ["tai-don"] = ScriptDetector.TaiDon,
        ["chv"] = ScriptDetector.Chv,
        ["rpa"] = ScriptDetector.Rpa,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether what a conversion gives is finished.</summary>
    private static readonly FrozenDictionary<string, bool> Drafts = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["whole"] = false,
        ["draft"] = true,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Parsed<FrozenDictionary<string, Language>> Read(ReadOnlySpan<byte> bytes)
    {
        var problems = new List<Problem>();
        var languages = new Dictionary<string, Language>(StringComparer.Ordinal);
        var conversions = new List<(string Tag, Place Place)>();
        foreach (var group in CsvFile.Read(
            File,
            bytes,
            CsvColumns.Only(Required, Optional),
            problems))
        {
            var row = new FieldReader(group, problems);
            var language = ReadRow(row);
            if (!languages.TryAdd(language.Tag.Value, language))
            {
                row.Report(nameof(ProblemTexts.IdTwice), row.PlaceOf("tag"), language.Tag.Value);
            }

            if (language.Conversion is { } conversion)
            {
                conversions.Add((conversion.To.Value, row.PlaceOf("convertsTo")));
            }
        }

        var known = string.Join(", ", languages.Keys);
        problems.AddRange(
            conversions.Where(conversion => !languages.ContainsKey(conversion.Tag))
                .Select(conversion => new Problem(nameof(ProblemTexts.LanguageUnknown), conversion.Place, conversion.Tag, known)));
        if (!languages.ContainsKey(LanguageTag.Vietnamese.Value))
        {
            problems.Add(new(nameof(ProblemTexts.LanguageUnknown), new(File), LanguageTag.Vietnamese.Value, known));
        }

        return problems.Count > 0
            ? Parsed<FrozenDictionary<string, Language>>.Bad(problems)
            : Parsed<FrozenDictionary<string, Language>>.Of(languages.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static Language ReadRow(FieldReader row)
    {
        var tag = row.Required("tag");
        if (Languages.IsRefused(tag))
        {
            row.Report(nameof(ProblemTexts.LanguageRefused), row.PlaceOf("tag"), tag);
        }
        else if (tag.Length > 0 && !Tag.IsMatch(tag))
        {
            row.Report(nameof(ProblemTexts.LanguageTagMalformed), row.PlaceOf("tag"), tag);
        }

        var script = row.Choice("script", Scripts) ?? LanguageScript.Latin;
        var detector = row.Choice("detector", Detectors);
        if (detector is { } known && (script is LanguageScript.TaiViet) != (known is ScriptDetector.TaiDam or ScriptDetector.TaiDon))
        {
            row.Report(
                nameof(ProblemTexts.DetectorOfOtherScript), row.PlaceOf("detector"), row.Required("detector"), row.Required("script"));
        }

        var fonts = row.List("fonts");
        if (fonts.IsEmpty)
        {
            row.Required("fonts");
        }

        return new()
        {
            Tag = new(tag),
            Name = row.Required("name"),
            EnglishName = row.Required("englishName"),
            NativeName = row.Text("nativeName"),
            Script = script,
            Spelling = row.Text("spelling"),
            Detector = detector ?? ScriptDetector.Latin,
            Fonts = [.. fonts.Select(font => font.Value)],
            Conversion = row.Text("convertsTo") is { } to ? new(new(to), row.Choice("conversion", Drafts) ?? true) : null,
            MachineCode = row.Text("machine"),
        };
    }

    /// <summary>As much of BCP 47 as is needed; no full stop, because a version's id is split at them.</summary>
    [GeneratedRegex(
        "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?(-x(-[a-z0-9]{1,8})+)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag { get; }
}
