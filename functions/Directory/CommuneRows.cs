using System.Collections.Frozen;
using Dissemination.Problems;

namespace Dissemination.Directory;

/// <summary>The rows of communes.csv.</summary>
internal static class CommuneRows
{
    private static readonly CsvColumns Columns = CsvColumns.Only(["id", "name", "kind", "languages", "release"]);

    private static readonly FrozenDictionary<string, CommuneKind> Kinds = new Dictionary<string, CommuneKind>(StringComparer.Ordinal)
    {
        ["commune"] = CommuneKind.Commune,
        ["ward"] = CommuneKind.Ward,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ReleasePolicy> Releases = new Dictionary<string, ReleasePolicy>(StringComparer.Ordinal)
    {
        ["automatic"] = ReleasePolicy.Automatic,
        ["confirm"] = ReleasePolicy.Confirm,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static KnownCommunes Read(ReadOnlySpan<byte> bytes, List<Problem> problems)
    {
        var known = new KnownCommunes();
        foreach (var group in CsvFile.Read(DirectoryFiles.Communes, bytes, Columns, problems))
        {
            var before = problems.Count;
            var row = new FieldReader(group, problems);
            var id = DirectoryReader.Id(row, "id");
            var commune = new Commune(
                new(id ?? ""),
                row.Name("name"),
                row.Choice("kind", Kinds) ?? CommuneKind.Commune,
                [.. LanguagesOf(row)],
                row.Choice("release", Releases) ?? ReleasePolicy.Confirm);
            if (id is not null && !known.Add(commune, isSound: problems.Count == before))
            {
                row.Report(nameof(ProblemTexts.IdTwice), row.PlaceOf("id"), id);
            }
        }

        return known;
    }

    private static IEnumerable<LanguageTag> LanguagesOf(FieldReader row)
    {
        foreach (var (tag, place) in LanguageCheck.In(row, "languages"))
        {
            if (tag.IsVietnamese)
            {
                row.Report(nameof(ProblemTexts.VietnameseIsImplied), place);
            }

            yield return tag;
        }
    }
}
