using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dissemination.Storage;

/// <summary>
/// The token of a page as people and programs get it: storage's own, bound to its list, so that a token which is broken or of another
/// list is refused instead of showing something else. It guards against mistakes, not against forgery: every list is open to its reader as
/// a whole.
/// </summary>
internal static class PageToken
{
    private const int MarkLength = 6;

    /// <param name="token">Storage's; null on the last page.</param>
    public static string? Seal(string table, string filter, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var bytes = Encoding.UTF8.GetBytes(token);
        return Base64Url.EncodeToString([.. Mark(table, filter, bytes), .. bytes]);
    }

    /// <returns>Storage's token; null for the first page.</returns>
    /// <exception cref="BadPageTokenException">It is not one of this list.</exception>
    public static string? Open(string table, string filter, string? page)
    {
        if (string.IsNullOrEmpty(page))
        {
            return null;
        }

        var sealedBytes = Base64Url.IsValid(page) ? Base64Url.DecodeFromChars(page) : [];
        return sealedBytes.Length > MarkLength
            && Mark(table, filter, sealedBytes.AsSpan(MarkLength)).SequenceEqual(sealedBytes.AsSpan(0, MarkLength))
            ? Encoding.UTF8.GetString(sealedBytes.AsSpan(MarkLength))
            : throw new BadPageTokenException();
    }

    private static ReadOnlySpan<byte> Mark(string table, string filter, ReadOnlySpan<byte> token) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes($"{table}\n{filter}\n"), .. token]).AsSpan(0, MarkLength);
}
