using System.Collections.Frozen;
using Dissemination.Problems;

namespace Dissemination.Directory;

/// <summary>The rows of communes.csv.</summary>
internal static class CommuneRows
{
    private const string MergedInto = "mergedInto";

    private static readonly CsvColumns Columns = CsvColumns.Only(["id", "name", "kind", "languages", "release"], "mergedInto");

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
        List<(CommuneId Id, FieldReader Row)> merged = [];
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
                row.Choice("release", Releases) ?? ReleasePolicy.Confirm)
            {
                MergedInto = row.Text(MergedInto) is { } other ? new(other) : null,
            };
            if (commune.MergedInto is not null)
            {
                merged.Add((commune.Id, row));
            }

            if (id is not null && !known.Add(commune, isSound: problems.Count == before))
            {
                row.Report(nameof(ProblemTexts.IdTwice), row.PlaceOf("id"), id);
            }
        }

        CheckMergers(known, merged);
        return known;
    }

    /// <summary>A successor may stand below, so all rows are read first.</summary>
    private static void CheckMergers(KnownCommunes known, List<(CommuneId Id, FieldReader Row)> merged)
    {
        var circles = new Successors([.. known.All]).InCircles().ToHashSet();
        foreach (var (id, row) in merged)
        {
            if (known.Find(row, MergedInto, row.Required(MergedInto)) is not null && circles.Contains(id))
            {
                row.Report(nameof(ProblemTexts.MergedInCircle), row.PlaceOf(MergedInto), id.Value);
            }
        }
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
