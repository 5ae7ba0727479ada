using System.Collections.Frozen;
using System.Globalization;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks;

/// <summary>
/// Names of products, common foreign words and units, which are written alike in every language: they are no sign of an old font, of
/// another spelling or of Vietnamese. The rows of
/// <c>known-words.csv</c>, which travels in the program.
/// </summary>
internal static class KnownWords
{
    public const string File = "known-words.csv";

    private static readonly Lazy<FrozenSet<string>> Words = new(Read);

    /// <param name="folded">A word in the form in which words are compared.</param>
    public static bool Contains(string folded) => Words.Value.Contains(folded);

    private static FrozenSet<string> Read()
    {
        using var resource = typeof(KnownWords).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not in the program.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        var problems = new List<Problem>();
        var words = CsvFile.Read(
            File, content.GetBuffer().AsSpan(0, (int)content.Length), new(["word", "kind"], ["note"], (_, _) => null), problems)
            .Select(row => Folding.Of(new FieldReader(row, problems).Required("word")))
            .ToFrozenSet(StringComparer.Ordinal);
        return problems.Count == 0
            ? words
            : throw new InvalidDataException(
                string.Join('\n', problems.Select(problem => problem.TextWithPlace(CultureInfo.GetCultureInfo("en")))));
    }
}
