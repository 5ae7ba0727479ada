using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Dissemination.Directory.Changes;

/// <summary>A row of one of the directory's files.</summary>
/// <param name="Id">By which the program knows it.</param>
/// <param name="Name">By which people know it.</param>
/// <param name="Cells">By the names of the columns.</param>
internal sealed record DirectoryRow(string Id, string Name, ImmutableDictionary<string, string> Cells)
{
    public bool IsEmpty => Cells.Values.All(cell => cell.Length == 0);

    /// <summary>Stands for what the row says: what somebody else changes meanwhile has another.</summary>
    public string Version => Convert.ToHexStringLower(
        SHA256.HashData(
            Encoding.UTF8.GetBytes(
                string.Join('\n', Cells.OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => $"{cell.Key}\t{cell.Value}"))))
            .AsSpan(0, 12));
}
