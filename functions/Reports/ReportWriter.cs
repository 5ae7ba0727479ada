using System.Diagnostics;
using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Reports;

/// <summary>
/// Woken by the timer: writes anew the report of each item that something happened to, as HTML and CSV, and nothing else.
/// </summary>
internal sealed class ReportWriter(Store store, Outbox outbox, ReportReader reports)
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

        var html = await ItemReportPage.Create(new(report)).RenderAsync(ReadableHtml.Encoder, cancellationToken);
        await UploadAsync(HtmlName(due.Item), BinaryData.FromString(html), "text/html; charset=utf-8", cancellationToken);
        await UploadAsync(CsvName(due.Item), BinaryData.FromBytes(ReportCsv.Write(report)), "text/csv; charset=utf-8", cancellationToken);
        Metrics.ReportsWritten.Add(1);

        // Only if nothing happened meanwhile: else the row stays, and the next tick writes it once more.
        return OutboxOutcome.Done with
        {
            With = new Transaction(Keys.Editorial)
                .Put(Keys.ReportSummary(due.Item.Value), ReportSummary.Of(report), ReportsJson.Default.ReportSummary),
        };
    }

    public static string HtmlName(ItemId item) => $"{item}.html";

    public static string CsvName(ItemId item) => $"{item}.csv";

    private async Task UploadAsync(string name, BinaryData content, string contentType, CancellationToken cancellationToken) =>
        await store.Container(Containers.Reports).GetBlobClient(name).UploadAsync(
            content,
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } },
            cancellationToken);
}
