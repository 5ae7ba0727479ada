using Azure.Storage.Blobs.Models;
using Dissemination.Storage;

namespace Dissemination.Reports.Periods;

/// <summary>The figures and the files of the reports of weeks and months. What is there is never written over.</summary>
internal sealed class PeriodStore(Store store)
{
    private static readonly ReportsJson Json = ReportsJson.Default;

    /// <summary>The newest periods that have a report. One transaction.</summary>
    public Task<Row<PeriodsWritten>?> WrittenAsync(CancellationToken cancellationToken) =>
        store.Editorial.FindAsync(Keys.Editorial, Keys.PeriodsWritten, Json.PeriodsWritten, cancellationToken);

    /// <summary>The figures of a report; null where there is none. One transaction.</summary>
    public async Task<PeriodFigures?> FindAsync(PeriodEdition edition, CancellationToken cancellationToken) =>
        (await store.Editorial.FindAsync(
            Keys.Editorial, Keys.PeriodFigures(edition.Period.Value, edition.Edition), Json.PeriodFigures, cancellationToken))?.Value;

    /// <summary>The reports of one period, the newest edition first. One transaction.</summary>
    public IAsyncEnumerable<PeriodHead> EditionsAsync(ReportPeriod period, CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(Keys.Editorial, Keys.PeriodReports(period.To, period.Value), Json.PeriodHead, cancellationToken)
            .Select(row => row.Value);

    /// <summary>A page of all of them, the newest period first. One transaction.</summary>
    public Task<Page<PeriodHead>> PageAsync(string? continuation, int size, CancellationToken cancellationToken) =>
        store.Editorial.PageAsync(
            TableReading.Prefix(Keys.Editorial, Keys.PeriodReportPrefix), continuation, size, Json.PeriodHead, cancellationToken);

    /// <summary>What keeps figures as a report that is there from now on, and makes its files necessary.</summary>
    public static Transaction Keep(PeriodFigures figures)
    {
        var (period, edition) = (figures.Period, figures.Edition);
        return new Transaction(Keys.Editorial)
            .Insert(Keys.PeriodFigures(period.Value, edition), figures, Json.PeriodFigures)
            .Insert(Keys.PeriodReport(period.To, period.Value, edition), PeriodHead.Of(figures), Json.PeriodHead)
            .HandOver(PeriodTopics.Files, new PeriodDue(period, edition, figures.At, TraceParent: Tracing.Current));
    }

    /// <summary>The newest periods, as they are once this one has its report.</summary>
    public static Transaction Advance(Transaction kept, Row<PeriodsWritten>? read, ReportPeriod period) => kept.Save(
        read, Keys.PeriodsWritten, (read?.Value ?? PeriodsWritten.None).With(period), Json.PeriodsWritten);

    public Task<bool> CommitAsync(Transaction transaction, CancellationToken cancellationToken) =>
        transaction.CommitAsync(store.Editorial, cancellationToken);

    /// <summary>Writes a file of a report. One transaction.</summary>
    public Task UploadAsync(PeriodFile file, BinaryData content, string contentType, CancellationToken cancellationToken) =>
        store.Container(Containers.Reports).GetBlobClient(file.BlobName).UploadAsync(
            content,
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } },
            cancellationToken);

    /// <summary>A file of a report as it comes; null where there is none. One transaction.</summary>
    public Task<BlobDownloadStreamingResult?> OpenAsync(PeriodFile file, CancellationToken cancellationToken) =>
        store.Container(Containers.Reports).GetBlobClient(file.BlobName).OpenAsync(cancellationToken);
}
