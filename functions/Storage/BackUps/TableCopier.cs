using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace Dissemination.Storage.BackUps;

/// <summary>
/// Reads whole tables into pieces. Where a piece ends is said by the keys of its rows, so a row that is added or changed makes one piece
/// anew and leaves those behind it as they are.
/// </summary>
internal sealed class TableCopier(Store store, BackUpPieces pieces)
{
    /// <summary>A piece holds two hundred rows and, mostly, a few hundred more.</summary>
    private const int FewestRows = 200;

    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>One transaction for each thousand rows.</summary>
    /// <returns>The rows, and what is the same as long as no row is written.</returns>
    public async Task<(TableCopy Copy, string Version)> CopyAsync(string table, CancellationToken cancellationToken)
    {
        using var versions = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using MemoryStream piece = new();
        var (names, all, rows) = (ImmutableArray.CreateBuilder<string>(), 0, 0);
        await foreach (var row in store.Table(table).QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            var key = Encoding.UTF8.GetBytes($"{row.PartitionKey}\n{row.RowKey}\n");
            versions.AppendData(key);
            versions.AppendData(Encoding.UTF8.GetBytes($"{row.ETag}\n"));
            piece.Write(RowText.Write(row));
            piece.WriteByte((byte)'\n');
            (all, rows) = (all + 1, rows + 1);
            if (piece.Length >= MostBytes || (rows >= FewestRows && SHA256.HashData(key)[0] == 0))
            {
                names.Add(await pieces.PutAsync(piece.ToArray(), cancellationToken));
                piece.SetLength(0);
                rows = 0;
            }
        }

        if (rows > 0)
        {
            names.Add(await pieces.PutAsync(piece.ToArray(), cancellationToken));
        }

        return (new(table, all, names.ToImmutable()), Convert.ToHexStringLower(versions.GetHashAndReset()));
    }

    /// <summary>Writes the rows back. A transaction for each hundred of a partition.</summary>
    public async Task RestoreAsync(TableCopy copy, CancellationToken cancellationToken)
    {
        List<TableTransactionAction> batch = [];
        var bytes = 0;
        foreach (var name in copy.Pieces)
        {
            var content = await pieces.GetAsync(name, cancellationToken);
            foreach (var line in LinesOf(content))
            {
                var row = RowText.Read(line);
                if (batch.Count == Transaction.Limit || bytes + line.Length > Transaction.ByteLimit / 6
                    || (batch is [{ Entity.PartitionKey: var partition }, ..] && partition != row.PartitionKey))
                {
                    await FlushAsync();
                }

                batch.Add(new(TableTransactionActionType.Add, row));
                bytes += line.Length;
            }
        }

        await FlushAsync();

        async Task FlushAsync()
        {
            if (batch.Count > 0)
            {
                await store.Table(copy.Name).SubmitTransactionAsync(batch, cancellationToken);
                batch.Clear();
                bytes = 0;
            }
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> LinesOf(ReadOnlyMemory<byte> content)
    {
        while (content.Length > 0)
        {
            var end = content.Span.IndexOf((byte)'\n');
            yield return content[..end];
            content = content[(end + 1)..];
        }
    }
}
