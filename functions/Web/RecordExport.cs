using System.Globalization;
using CsvHelper;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Storage.Records;

namespace Dissemination.Web;

/// <summary>
/// Lines of the record as a file, sent as they are read: CSV for people, JSON lines for programs, with all that was hashed.
/// </summary>
internal sealed class RecordExport(IAsyncEnumerable<RecordLine> lines, string format) : IResult
{
    public const string Csv = "csv";

    public const string JsonLines = "jsonl";

    /// <summary>So many lines are in memory at once.</summary>
    private const int AtOnce = 500;

    private static readonly string[] Columns =
        ["number", "day", "at", "who", "what", "subject", "revision", "language", "commune", "detail", "hash"];

    public static bool IsKnown(string format) => format is Csv or JsonLines;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = format is Csv ? CsvTable.ContentType : "application/jsonl; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"record.{format}\"";
        var isFirst = true;
        await foreach (var chunk in lines.Chunk(AtOnce).WithCancellation(httpContext.RequestAborted))
        {
            await response.Body.WriteAsync(format is Csv ? CsvOf(chunk, isFirst) : JsonOf(chunk), httpContext.RequestAborted);
            isFirst = false;
        }
    }

    private static ReadOnlyMemory<byte> JsonOf(IEnumerable<RecordLine> lines)
    {
        using MemoryStream bytes = new();
        foreach (var line in lines)
        {
            bytes.Write(ReadableJson.Write(line, StorageJson.Default.RecordLine).Span);
            bytes.WriteByte((byte)'\n');
        }

        return bytes.ToArray();
    }

    private static ReadOnlyMemory<byte> CsvOf(IEnumerable<RecordLine> lines, bool isFirst)
    {
        using MemoryStream bytes = new();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { WriteByteOrderMark = isFirst }, leaveOpen: true))
        {
            if (isFirst)
            {
                csv.WriteRecord([.. Columns]);
            }

            foreach (var line in lines)
            {
                csv.WriteRecord([.. CellsOf(line).Select(CsvCell.Write)]);
            }
        }

        return bytes.ToArray();
    }

    private static string[] CellsOf(RecordLine line) =>
        line.FindEntry() is { } entry
            ?
            [
                line.Number.ToString(CultureInfo.InvariantCulture),
                line.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
                entry.Who,
                entry.What,
                entry.Subject,
                entry.Revision?.ToString(CultureInfo.InvariantCulture) ?? "",
                entry.Language ?? "",
                entry.Commune ?? "",
                entry.Detail ?? "",
                line.Hash,
            ]
            : [line.Number.ToString(CultureInfo.InvariantCulture), "", "", "", "", "", "", "", "", line.Text, line.Hash];
}
