using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Directory.Changes;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Directory;

/// <summary>The rows of communes.csv.</summary>
internal static class CommuneRows
{
    public const string MergedInto = "mergedInto";
    private const string TileColumn = "tileColumn";
    private const string TileRow = "tileRow";
    private const string QuietHours = "quietHours";
    private const string BestHours = "bestHours";
    private const string AiringHours = "airingHours";

    private static readonly ImmutableArray<string> MayBeLeftOut = [MergedInto, TileColumn, TileRow, QuietHours, BestHours, AiringHours];

    public static readonly CsvColumns Columns =
        CsvColumns.Only(["id", "name", "kind", "languages", "release"], MayBeLeftOut) with { AreGuarded = true };

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
                Tile = TileOf(row),
                QuietHours = HoursOf(row, QuietHours).Cast<HoursOfDay?>().FirstOrDefault(),
                BestHours = [.. HoursOf(row, BestHours)],
                AiringHours = [.. HoursOf(row, AiringHours)],
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

    /// <summary>What a commune's row holds in a column.</summary>
    public static string CellOf(Commune commune, string column) => column switch
    {
        "id" => commune.Id.Value,
        "name" => commune.Name,
        "kind" => EnumNames.Of(commune.Kind),
        "languages" => string.Join(';', commune.Languages),
        "release" => EnumNames.Of(commune.Release),
        MergedInto => commune.MergedInto?.Value ?? "",
        TileColumn => commune.Tile?.Column.ToString(CultureInfo.InvariantCulture) ?? "",
        TileRow => commune.Tile?.Row.ToString(CultureInfo.InvariantCulture) ?? "",
        QuietHours => commune.QuietHours?.ToString() ?? "",
        BestHours => string.Join(';', commune.BestHours),
        AiringHours => string.Join(';', commune.AiringHours),
        // A column that is stored as the file has it.
        _ => RowFields.Of(commune, DirectoryJson.Default.Commune).GetValueOrDefault(column, ""),
    };

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

    /// <summary>Both numbers or none.</summary>
    private static Tile? TileOf(FieldReader row)
    {
        if (row.Text(TileColumn) is null && row.Text(TileRow) is null)
        {
            return null;
        }

        var (column, line) = (Number(TileColumn), Number(TileRow));
        return column is null || line is null ? null : new(column.Value, line.Value);

        int? Number(string name)
        {
            var number = row.Count(name);
            if (number is null or <= Tile.Last)
            {
                return number;
            }

            row.Report(nameof(ProblemTexts.TileTooFar), row.PlaceOf(name), Tile.Last.ToString(CultureInfo.InvariantCulture));
            return null;
        }
    }

    /// <summary>Quiet hours are one stretch, because a post waits for the end of one; the others may be several.</summary>
    private static IEnumerable<HoursOfDay> HoursOf(FieldReader row, string name)
    {
        if (row.Text(name) is null)
        {
            yield break;
        }

        var stretches = row.List(name);
        if (name is QuietHours && stretches.Length > 1)
        {
            row.Report(nameof(ProblemTexts.QuietHoursOnce), row.PlaceOf(name));
            yield break;
        }

        foreach (var text in stretches)
        {
            if (IStringId<HoursOfDay>.Find(text.Value) is { } hours)
            {
                yield return hours;
            }
            else
            {
                row.Report(nameof(ProblemTexts.NotHours), text.Place, text.Value);
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
