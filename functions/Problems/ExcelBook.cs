using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dissemination.Problems;

/// <summary>Writes Excel files (.xlsx), a sheet a table. The same tables make the same bytes.</summary>
internal static class ExcelBook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>What a sheet takes beside its heads; what is more goes on another one.</summary>
    private const int MostRows = 1_048_575;

    /// <summary>Zip files hold times; one that is always the same says nothing of when.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(params ImmutableArray<ExcelTable> tables)
    {
        ImmutableArray<ExcelTable> sheets =
        [
            .. tables.SelectMany(table => table.Rows.Chunk(MostRows).DefaultIfEmpty([]), (table, rows) => table with { Rows = rows }),
        ];
        var names = ExcelSheetNames.Of(sheets.Select(sheet => sheet.Name));
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            // Names of our own: the library would draw them by lot.
            var book = document.AddNewPart<WorkbookPart>(WorkbookType, "book");
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = ExcelStyles.Create();
            for (var at = 0; at < sheets.Length; at++)
            {
                ExcelSheet.Write(book.AddNewPart<WorksheetPart>(IdOf(at)), sheets[at], isFirst: at == 0);
            }

            book.Workbook = new(
                new S.BookViews(new S.WorkbookView()),
                new S.Sheets(names.Select((name, at) => new S.Sheet { Name = name, SheetId = (uint)at + 1, Id = IdOf(at) })),
                new S.DefinedNames(names.Select(HeadsOnEachPage)));
        }

        return Packed(package);
    }

    private static string IdOf(int sheet) => string.Create(CultureInfo.InvariantCulture, $"sheet{sheet + 1}");

    private static S.DefinedName HeadsOnEachPage(string name, int sheet) =>
        new($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)sheet };

    private static byte[] Packed(MemoryStream package)
    {
        using var bytes = new MemoryStream();
        using (var from = new ZipArchive(package, ZipArchiveMode.Read))
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var entry = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = Always;
                using var content = part.Open();
                using var copy = entry.Open();
                content.CopyTo(copy);
            }
        }

        return bytes.ToArray();
    }
}
