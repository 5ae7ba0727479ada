using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Reach;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Reports;

/// <summary>Woken by the timer: writes anew the report of each item that something happened to, as HTML and CSV, and nothing else.</summary>
internal sealed class ReportWriter(Store store, DirectoryStore directories, TimeProvider time)
{
    /// <summary>The most reports that one invocation writes; the next tick writes the rest.</summary>
    private const int AtMost = 50;

    public async Task WriteDueAsync(CancellationToken cancellation)
    {
        var due = store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.ReportDuePrefix, ContentJson.Default.ReportDue, cancellation)
            .Take(AtMost);
        await foreach (var row in due)
        {
            using var span = Tracing.Continue("report", row.Value.TraceParent)?.SetTag("item", row.Value.Item.Value);
            var written = new Transaction(Keys.Editorial).Delete(row);
            if (await MakeAsync(row.Value.Item, cancellation) is { } report)
            {
                var html = await ItemReportPage.Create(new(report)).RenderAsync(ReadableHtml.Encoder, cancellation);
                await UploadAsync(HtmlName(report.Item.Id), BinaryData.FromString(html), "text/html; charset=utf-8", cancellation);
                await UploadAsync(CsvName(report.Item.Id), BinaryData.FromBytes(ReportCsv.Write(report)), "text/csv; charset=utf-8", cancellation);
                written.Put(Keys.ReportSummary(report.Item.Id.Value), ReportSummary.Of(report), ReportsJson.Default.ReportSummary);
                Metrics.ReportsWritten.Add(1);
            }

            // Only if nothing happened meanwhile: else the row stays, and the next tick writes it once more.
            await written.CommitAsync(store.Editorial, cancellation);
        }
    }

    /// <summary>The report of an item as things stand now, or null where there is no such item.</summary>
    public async Task<ItemReport?> MakeAsync(ItemId id, CancellationToken cancellation)
    {
        var item = await store.Editorial.FindAsync(Keys.Editorial, Keys.Item(id.Value), ContentJson.Default.Item, cancellation);
        if (item is null)
        {
            return null;
        }

        var revision = await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(id.Value, item.Value.Revision), ContentJson.Default.Revision, cancellation)
            ?? throw new InvalidDataException($"The revision {item.Value.Revision} of {id} is not stored.");
        var directory = await directories.CurrentAsync(cancellation);
        var translations = await store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.TranslationsOf(id.Value, item.Value.Revision), TranslationJson.Default.TranslatedVersion, cancellation)
            .Select(row => row.Value)
            .ToListAsync(cancellation);

        List<Delivery> deliveries = [];
        List<ReachSample> samples = [];
        foreach (var language in translations.Select(translation => translation.Id.Language).Prepend(LanguageTag.Vietnamese))
        {
            var version = new VersionId(id, item.Value.Revision, language).ToString();
            deliveries.AddRange(await store.Deliveries
                .PartitionsAsync(Keys.DeliveriesOf(version), PublishingJson.Default.Delivery, cancellation)
                .Select(row => row.Value)
                .ToListAsync(cancellation));
            samples.AddRange(await store.Reach
                .StartingWithAsync(version, Keys.LatestSample(""), ReachJson.Default.ReachSample, cancellation)
                .Select(row => row.Value)
                .ToListAsync(cancellation));
        }

        return ItemReport.Of(item.Value, revision.Value.Content, directory, translations, deliveries, samples, time.GetUtcNow());
    }

    public static string HtmlName(ItemId item) => $"{item}.html";

    public static string CsvName(ItemId item) => $"{item}.csv";

    private async Task UploadAsync(string name, BinaryData content, string contentType, CancellationToken cancellation) =>
        await store.Container(Containers.Reports).GetBlobClient(name).UploadAsync(
            content,
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } },
            cancellation);
}
