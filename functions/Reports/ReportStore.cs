using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Reports;

/// <summary>Reports as they were written.</summary>
internal sealed class ReportStore(Store store)
{
    /// <summary>A page of the list of reports, by item.</summary>
    public Task<Page<ReportSummary>> PageAsync(string? continuation, int size, CancellationToken cancellationToken) =>
        store.Editorial.PageAsync(
            TableReading.Prefix(Keys.Editorial, Keys.ReportSummaryPrefix),
            continuation,
            size,
            ReportsJson.Default.ReportSummary,
            cancellationToken);

    /// <summary>A report as it comes, or null where it was not written yet.</summary>
    /// <param name="format"><c>html</c>, <c>csv</c> or <c>xlsx</c>.</param>
    public async Task<BlobDownloadStreamingResult?> OpenAsync(ItemId item, string format, CancellationToken cancellationToken)
    {
        var name = format switch
        {
            "html" => ReportWriter.HtmlName(item),
            "csv" => ReportWriter.CsvName(item),
            "xlsx" => ReportWriter.ExcelName(item),
            _ => null,
        };
        return name is null ? null : await store.Container(Containers.Reports).GetBlobClient(name).OpenAsync(cancellationToken);
    }
}
