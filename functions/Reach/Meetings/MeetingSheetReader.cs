using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dissemination.Intake.Documents;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Reach.Meetings;

/// <summary>A sheet of meetings and opinions, .csv or .xlsx, as named rows: a pure function of the file and of the directory.</summary>
internal static class MeetingSheetReader
{
    /// <summary>The most rows of a sheet: a year of a large ward.</summary>
    public const int MostRows = 1_000;

    public const int MostBytes = 2 * 1024 * 1024;

    public const string ExcelExtension = ".xlsx";

    /// <summary>The same as <see cref="Read"/>; a workbook in turn with all other packages.</summary>
    public static Task<MeetingSheet> ReadAsync(
        string file, ReadOnlyMemory<byte> bytes, SheetReading reading, CancellationToken cancellationToken) =>
        IsExcel(file, bytes.Span)
            ? PackageTurn.InTurnAsync(() => Read(file, bytes, reading), cancellationToken)
            : Task.FromResult(Read(file, bytes, reading));

    public static MeetingSheet Read(string file, ReadOnlyMemory<byte> bytes, SheetReading reading)
    {
        if (bytes.Length > MostBytes)
        {
            return Refused(file, [new(nameof(ProblemTexts.FileTooLarge), new(file), "2")]);
        }

        // A spreadsheet that only calls itself .csv is told as what it is.
        return IsExcel(file, bytes.Span) ? ReadWorkbook(new(file, bytes), reading) : ReadCsv(file, bytes.Span, reading);
    }

    private static bool IsExcel(string file, ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK"u8) || bytes is [0xD0, 0xCF, 0x11, 0xE0, ..]
        || Path.GetExtension(file).ToLowerInvariant() is ExcelExtension or ".xlsm" or ".xls";

    private static MeetingSheet ReadWorkbook(DroppedDocument file, SheetReading reading)
    {
        var (kind, refused) = DocumentSniffer.Find(file);
        if (refused is not null || kind is not DocumentKind.Workbook)
        {
            return Refused(file.Name, [refused ?? new(nameof(ProblemTexts.ExcelNone), new(file.Name))]);
        }

        // A format may write "45 people" where 45 is counted.
        var sheet = WorkbookReader.Read(file, withWords: false);
        return !sheet.IsValid ? Refused(file.Name, sheet.Problems)
            // A figure that stands once for several rows would be counted with each of them.
            : sheet.Value.Notes.Any(note => note.Code == nameof(ProblemTexts.SheetMerged))
                ? Refused(file.Name, [new(nameof(ProblemTexts.ExcelMerged), new(file.Name))])
            : ReadCsv(file.Name, Encoding.UTF8.GetBytes(Lines(sheet.Value)), reading) with { Notes = sheet.Value.Notes };
    }

    /// <summary>Each row on the line of its number, so that people find it in their file.</summary>
    private static string Lines(ReadSheet sheet)
    {
        StringBuilder lines = new();
        var (line, width) = (1, sheet.Rows.Max(row => row.Length));
        foreach (var (number, cells) in sheet.Numbers.Zip(sheet.Rows))
        {
            var whole = cells.Select(cell => cell.ReplaceLineEndings(" ")).Concat(Enumerable.Repeat("", width - cells.Length));
            lines.Append('\n', number - line).Append(CsvText.Write(whole));
            line = number + 1;
        }

        return lines.ToString();
    }

    private static MeetingSheet ReadCsv(string file, ReadOnlySpan<byte> bytes, SheetReading reading)
    {
        List<Problem> problems = [];
        var groups = CsvFile.Read(file, bytes, SheetColumns.Columns, problems).Take(MostRows + 1).ToList();
        if (groups.Count > MostRows)
        {
            return Refused(file, [new(nameof(ProblemTexts.TooManyRows), new(file), "1000")]);
        }

        var read = groups.ConvertAll(group => Row(group, reading));
        var lines = read.Select(row => row.Line).ToHashSet();
        var header = problems.Where(problem => problem.Place?.Line is null || problem.Place.Field is not null).ToList();
        var broken = problems.Except(header)
            .Where(problem => !lines.Contains(problem.Place!.Line!.Value))
            .Select(problem => new SheetRow(problem.Place!.Line!.Value, null, [Named(problem)]));
        return new(
            file,
            [.. Twins(file, [.. read.Concat(broken).OrderBy(row => row.Line)])],
            [.. header.Select(Named)]);
    }

    private static SheetRow Row(GroupField group, SheetReading reading)
    {
        List<Problem> problems = [];
        var fields = new SheetFields(new FieldReader(group, problems), reading);
        var (commune, kind, when) = (fields.Commune(), fields.Kind(), fields.When());

        // All cells are read, so that a person is told of all that is wrong at once.
        var meeting = EnumNames.Find<MeetingKind>(kind ?? "") is { } held ? fields.Meeting(held, when?.Time, commune) : null;
        var opinions = kind == Told.OpinionsWord ? fields.Opinions() : null;
        var items = fields.Items();
        var told = commune is null || kind is null || when is not { } known ? null : new Told
        {
            Commune = commune.Id,
            Day = known.Day,
            Meeting = meeting,
            Opinions = opinions,
            Items = items,
        };
        if (kind is not null)
        {
            fields.ReportMixed(kind == Told.OpinionsWord);
        }

        IEnumerable<Problem> wrong = told is null ? [] : MeetingDecisions.Check(told, reading.Now, fields.PlaceOf);
        if (told is not null && MeetingDecisions.MayTell(reading.Reader, told.Commune, reading.Directory) is { } refused)
        {
            wrong = wrong.Append(refused with { Place = fields.PlaceOf(ToldField.Commune) });
        }

        return new(group.Place.Line ?? 0, told, [.. problems.Concat(wrong).Select(Named)]);
    }

    /// <summary>Rows that tell the same thing twice: which of the two is meant only a person knows.</summary>
    private static IEnumerable<SheetRow> Twins(string file, ImmutableArray<SheetRow> rows)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            yield return row.Told is { } told && !first.TryAdd(MeetingDecisions.MarkOf(told), row.Line)
                ? row.And(new Problem(
                    nameof(ProblemTexts.SheetRowTwice),
                    new(file, row.Line),
                    first[MeetingDecisions.MarkOf(told)].ToString(CultureInfo.InvariantCulture)))
                : row;
        }
    }

    /// <summary>A problem with the columns called as people call them.</summary>
    private static Problem Named(Problem problem) => problem with
    {
        Place = problem.Place is { Field: { } field } place ? place with { Field = ToldLabels.FieldOf(field) } : problem.Place,
        Arguments = problem.Arguments.IsDefaultOrEmpty
            ? problem.Arguments
            : [.. problem.Arguments.Select(ToldLabels.FieldOf)],
    };

    private static MeetingSheet Refused(string file, ImmutableArray<Problem> problems) => new(file, [], problems);
}
