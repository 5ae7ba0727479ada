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

    /// <summary>
    /// A report as it comes, in the reader's language or, where it was written before there were several, in the first; null where it was
    /// not written yet. One transaction, or two.
    /// </summary>
    /// <param name="format"><c>html</c>, <c>csv</c> or <c>xlsx</c>.</param>
    public async Task<BlobDownloadStreamingResult?> OpenAsync(ItemId item, string format, CancellationToken cancellationToken)
    {
        if (format is not ("html" or "csv" or "xlsx"))
        {
            return null;
        }

        var (language, first) = (ReportLanguages.Current, ReportLanguages.All[0]);
        return await FindAsync(language) ?? (language == first ? null : await FindAsync(first));

        Task<BlobDownloadStreamingResult?> FindAsync(string written) =>
            store.Container(Containers.Reports).GetBlobClient(ReportWriter.NameOf(item, format, written)).OpenAsync(cancellationToken);
    }
}
