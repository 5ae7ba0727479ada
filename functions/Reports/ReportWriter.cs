using System.Diagnostics;
using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Reach.Summary;
using Dissemination.Storage;

namespace Dissemination.Reports;

/// <summary>
/// Woken by the timer: counts anew what became of each item that something happened to, for the campaign, and writes its report as HTML,
/// CSV and Excel, and nothing else.
/// </summary>
internal sealed class ReportWriter(Store store, Outbox outbox, ReportReader reports, Summarizer summaries)
{
    /// <summary>The most reports that one invocation writes; the next tick writes the rest.</summary>
    private const int AtMost = 50;

    public Task WriteDueAsync(CancellationToken cancellationToken) =>
        outbox.DispatchAsync(OutboxTopics.Report, AtMost, WriteAsync, cancellationToken);

    private async Task<OutboxOutcome> WriteAsync(ItemDue due, CancellationToken cancellationToken)
    {
        Activity.Current?.SetTag("item", due.Item.Value);
        if (await reports.ReadAsync(due.Item, cancellationToken) is not { } report)
        {
            return OutboxOutcome.Done;
        }

        await WriteFilesAsync(report, cancellationToken);
        var measured = await summaries.UpdateAsync(due.Item, cancellationToken);
        Metrics.ReportsWritten.Add(1);

        // Only if nothing happened meanwhile: else the row stays, and the next tick writes it once more.
        // With it goes when its posts are to be measured next: the same row, where that was known.
        var with = new Transaction(Keys.Editorial)
            .Put(Keys.ReportSummary(due.Item.Value), ReportSummary.Of(report), ReportsJson.Default.ReportSummary);
        foreach (var next in measured.Take(Transaction.Limit - 2))
        {
            with.HandOver(OutboxTopics.Measure, next);
        }

        return OutboxOutcome.Done with { With = with };
    }

    private async Task WriteFilesAsync(ItemReport report, CancellationToken cancellationToken)
    {
        using var texts = new WrittenIn("vi");
        var item = report.Item.Id;
        var html = await ItemReportPage.Create(new(report)).RenderAsync(ReadableHtml.Encoder, cancellationToken);
        await UploadAsync(HtmlName(item), BinaryData.FromString(html), "text/html; charset=utf-8", cancellationToken);
        var csv = CsvTable.Write(ReportSheet.Of(report));
        await UploadAsync(CsvName(item), BinaryData.FromBytes(csv), CsvTable.ContentType, cancellationToken);
        var excel = ExcelBook.Write(ReportSheet.Book(report));
        await UploadAsync(ExcelName(item), BinaryData.FromBytes(excel), ExcelBook.ContentType, cancellationToken);
    }

    public static string HtmlName(ItemId item) => $"{item}.html";

    public static string ExcelName(ItemId item) => $"{item}.xlsx";

    public static string CsvName(ItemId item) => $"{item}.csv";

    private async Task UploadAsync(string name, BinaryData content, string contentType, CancellationToken cancellationToken) =>
        await store.Container(Containers.Reports).GetBlobClient(name).UploadAsync(
            content,
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } },
            cancellationToken);
}
