using System.Diagnostics;
using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Reach.Summary;
using Dissemination.Storage;

namespace Dissemination.Reports;

/// <summary>
/// Woken by the timer: counts anew what became of each item that something happened to, for the campaign, and writes its report as HTML,
/// CSV and Excel, in each language, and nothing else.
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

        await ReportLanguages.InEachAsync(language => WriteFilesAsync(report, language, cancellationToken));
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

    /// <summary>The name of a report's file in storage: that of another language than the first has it before its end.</summary>
    public static string NameOf(ItemId item, string format, string language) =>
        language == ReportLanguages.All[0] ? $"{item}.{format}" : $"{item}.{language}.{format}";

    /// <summary>The files in one language. Three transactions.</summary>
    private async Task WriteFilesAsync(ItemReport report, string language, CancellationToken cancellationToken)
    {
        var html = await ItemReportPage.Create(new(report, language)).RenderAsync(ReadableHtml.Encoder, cancellationToken);
        await UploadAsync("html", BinaryData.FromString(html), "text/html; charset=utf-8");
        await UploadAsync("csv", BinaryData.FromBytes(CsvTable.Write(ReportSheet.Of(report))), CsvTable.ContentType);
        await UploadAsync("xlsx", BinaryData.FromBytes(ExcelBook.Write(ReportSheet.Book(report))), ExcelBook.ContentType);

        Task UploadAsync(string format, BinaryData content, string contentType) =>
            store.Container(Containers.Reports).GetBlobClient(NameOf(report.Item.Id, format, language)).UploadAsync(
                content,
                new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } },
                cancellationToken);
    }
}
