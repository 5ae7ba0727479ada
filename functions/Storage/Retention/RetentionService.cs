using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace Dissemination.Storage.Retention;

/// <summary>Takes away what is older than the settings keep it; or only counts it.</summary>
internal sealed class RetentionService(Store store, IOptions<RetentionOptions> settings, TimeProvider time)
{
    /// <summary>
    /// A transaction for each thousand rows of the tables that are looked through, and one for each row or file that goes. Kinds that are
    /// kept for ever cost nothing.
    /// </summary>
    /// <param name="isDry">Whether it is only counted.</param>
    /// <exception cref="InvalidOperationException">A setting is neither 0 nor thirty days or more.</exception>
    public async Task<IReadOnlyList<RetentionCount>> RunAsync(bool isDry, CancellationToken cancellationToken)
    {
        var keep = settings.Value;
        return
        [
            await TakeAsync(
                nameof(RetentionOptions.PreviewDays), keep.PreviewDays, before => RowsAsync(PreviewsOf(before), isDry, cancellationToken)),
            await TakeAsync(
                nameof(RetentionOptions.RejectedFileDays),
                keep.RejectedFileDays,
                before => FilesAsync(Containers.Rejected, before, isDry, cancellationToken)),
            await TakeAsync(
                nameof(RetentionOptions.PhotographDays),
                keep.PhotographDays,
                before => FilesAsync(Containers.Photographs, before, isDry, cancellationToken)),
            await TakeAsync(
                nameof(RetentionOptions.ReachSampleDays),
                keep.ReachSampleDays,
                before => RowsAsync(SamplesOf(before), isDry, cancellationToken)),
        ];

        async Task<RetentionCount> TakeAsync(string kind, int days, Func<DateTimeOffset, Task<int>> take)
        {
            if (days is not 0 and < RetentionOptions.Fewest)
            {
                throw new InvalidOperationException(
                    $"The setting {RetentionOptions.Section}:{kind} is {days}: it has to be 0, which is for ever, or "
                    + $"{RetentionOptions.Fewest} days or more.");
            }

            return new(kind, days, days == 0 ? 0 : await take(time.GetUtcNow().AddDays(-days)));
        }
    }

    /// <summary>The previews of before, each with what else stands for it.</summary>
    private (TableClient Table, string Filter, Func<string, bool> IsOld, Func<string, IEnumerable<string>> AlsoGone) PreviewsOf(
        DateTimeOffset before)
    {
        // The newest stand first.
        var first = Keys.Preview(before, "");
        return (
            store.Previews,
            TableClient.CreateQueryFilter($"RowKey gt {first} and RowKey lt {Keys.After(Keys.Previews)}"),
            _ => true,
            row => [Keys.PreviewPointer(row[first.Length..])]);
    }

    private (TableClient Table, string Filter, Func<string, bool> IsOld, Func<string, IEnumerable<string>> AlsoGone) SamplesOf(
        DateTimeOffset before) =>
        (
            store.Reach,
            TableClient.CreateQueryFilter($"RowKey ge {KeysOfReach.SamplePrefix} and RowKey lt {Keys.After(KeysOfReach.SamplePrefix)}"),
            row => KeysOfReach.SampleTime(row) < before,
            _ => []);

    private static async Task<int> RowsAsync(
        (TableClient Table, string Filter, Func<string, bool> IsOld, Func<string, IEnumerable<string>> AlsoGone) what,
        bool isDry,
        CancellationToken cancellationToken)
    {
        var count = 0;
        var rows = what.Table.QueryAsync<TableEntity>(
            what.Filter, maxPerPage: null, ["PartitionKey", "RowKey"], cancellationToken);
        await foreach (var row in rows.Where(row => what.IsOld(row.RowKey)))
        {
            count++;
            foreach (var key in isDry ? [] : what.AlsoGone(row.RowKey).Prepend(row.RowKey))
            {
                await what.Table.DeleteEntityAsync(row.PartitionKey, key, ETag.All, cancellationToken);
            }
        }

        return count;
    }

    private async Task<int> FilesAsync(string files, DateTimeOffset before, bool isDry, CancellationToken cancellationToken)
    {
        var (count, container) = (0, store.Container(files));
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Properties.LastModified < before)
            {
                count++;
                await (isDry ? Task.CompletedTask : container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken));
            }
        }

        return count;
    }
}
