using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Dissemination.Storage.BackUps;
using Microsoft.Extensions.DependencyInjection;

namespace Dissemination.Tests.Storage.Schema;

/// <summary>What the program of commit 9e6a3b9 stored of two small items that were handed in, translated, approved and posted.</summary>
internal static class EarlierRows
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <returns>All that is stored then, a line each.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(OwnStorage storage, Func<string, bool> isWanted)
    {
        var tables = storage.Services.GetRequiredService<TableServiceClient>();
        var lines = await File.ReadAllLinesAsync(
            Path.Combine(RepositoryFiles.Root, "tests", "Storage", "Schema", "rows-of-9e6a3b9.jsonl"), Cancellation);
        foreach (var line in lines)
        {
            var row = JsonNode.Parse(line)!.AsObject();
            var table = row["t"]!.GetValue<string>();
            row.Remove("t");
            if (isWanted(table))
            {
                await tables.GetTableClient(table).CreateIfNotExistsAsync(Cancellation);
                await tables.GetTableClient(table).AddEntityAsync(RowText.Read(Encoding.UTF8.GetBytes(row.ToJsonString())), Cancellation);
            }
        }

        return await ReadAsync(storage);
    }

    public static async Task<IReadOnlyList<string>> ReadAsync(OwnStorage storage)
    {
        List<string> lines = [];
        await foreach (var table in storage.Services.GetRequiredService<TableServiceClient>().QueryAsync(cancellationToken: Cancellation))
        {
            await foreach (var row in storage.Services.GetRequiredService<TableServiceClient>().GetTableClient(table.Name)
                .QueryAsync<TableEntity>(cancellationToken: Cancellation))
            {
                lines.Add($"{table.Name} {Encoding.UTF8.GetString(RowText.Write(row))}");
            }
        }

        return lines;
    }
}
