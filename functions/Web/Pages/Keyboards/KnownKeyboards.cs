using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Web.Pages.Keyboards;

/// <summary>The keyboards of <c>keyboards.csv</c>, which travels in the program: by script, and for Latin letters by spelling.</summary>
internal static class KnownKeyboards
{
    public const string File = "keyboards.csv";

    private static readonly Lazy<FrozenDictionary<string, Keyboard>> ByName = new(Read);

    private static readonly FrozenDictionary<string, bool> Shown = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["always"] = false,
        ["switched"] = true,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<Keyboard> All => ByName.Value.Values;

    /// <summary>The keyboard of a language; null where any phone writes it.</summary>
    public static Keyboard? Find(LanguageTag tag) =>
        Languages.Find(tag) is not { } language ? null
        : language.Script is LanguageScript.TaiViet ? ByName.Value.GetValueOrDefault("Tavt")
        : language.Spelling is { } spelling ? ByName.Value.GetValueOrDefault(spelling)
        : null;

    private static FrozenDictionary<string, Keyboard> Read()
    {
        using var resource = typeof(KnownKeyboards).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not in the program.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        var problems = new List<Problem>();
        var rows = CsvFile.Read(
            File,
            content.GetBuffer().AsSpan(0, (int)content.Length),
            CsvColumns.Only(["keyboard", "shown", "group", "key", "name", "englishName"], []),
            problems)
            .Select(row => ReadRow(new(row, problems)))
            .ToList();
        return problems.Count == 0
            ? rows.GroupBy(row => row.Keyboard, StringComparer.Ordinal)
                .ToFrozenDictionary(one => one.Key, one => new Keyboard(one.Key, Groups(one)), StringComparer.Ordinal)
            : throw new InvalidDataException(
                string.Join('\n', problems.Select(problem => problem.TextWithPlace(CultureInfo.GetCultureInfo("en")))));
    }

    private static ImmutableArray<KeyboardGroup> Groups(IEnumerable<KeyRow> rows) =>
    [
        .. from row in rows
           group row by (row.Group, row.IsSwitched) into one
           select new KeyboardGroup(one.Key.Group, one.Key.IsSwitched, [.. one.Select(row => row.Key)]),
    ];

    private static KeyRow ReadRow(FieldReader row) => new(
        row.Required("keyboard"),
        row.Choice("shown", Shown) ?? false,
        row.Required("group"),
        new(row.Required("key"), row.Required("name"), row.Required("englishName")));

    private sealed record KeyRow(string Keyboard, bool IsSwitched, string Group, KeyboardKey Key);
}
