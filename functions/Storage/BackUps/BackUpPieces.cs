using System.IO.Compression;
using System.Security.Cryptography;

namespace Dissemination.Storage.BackUps;

/// <summary>
/// The pieces of a place, each named by what it holds: what did not change since another back-up is there already and is not written again.
/// </summary>
/// <param name="isDry">Whether pieces are named and not written, to compare with what is there.</param>
internal sealed class BackUpPieces(IBackUpPlace place, BackUpKey? key, bool isDry = false)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>How many were written.</summary>
    public int Written { get; private set; }

    /// <returns>The name of the piece.</returns>
    public async Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var name = NameOf(content.Span);
        if (isDry || !_known.Add(name) || await place.HasAsync(FileOf(name), cancellationToken))
        {
            return name;
        }

        await place.WriteAsync(FileOf(name), Pack(name, content.Span), cancellationToken);
        Written++;
        return name;
    }

    /// <exception cref="BackUpException">It is not there, or not what it was.</exception>
    public async Task<byte[]> GetAsync(string name, CancellationToken cancellationToken)
    {
        var packed = await place.FindAsync(FileOf(name), cancellationToken)
            ?? throw new BackUpException($"The back-up lacks the piece {name}.");
        var content = Unpack(name, packed);
        return NameOf(content) == name ? content : throw Changed(name);
    }

    /// <summary>What is written under a name of its own.</summary>
    public byte[] Pack(string name, ReadOnlySpan<byte> content)
    {
        using MemoryStream compressed = new();
        using (DeflateStream deflate = new(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return key is null ? compressed.ToArray() : key.Seal(name, compressed.GetBuffer().AsSpan(0, (int)compressed.Length));
    }

    /// <exception cref="BackUpException">It is not what it was.</exception>
    public byte[] Unpack(string name, byte[] packed)
    {
        try
        {
            using MemoryStream content = new();
            using DeflateStream deflate = new(new MemoryStream(key?.Open(name, packed) ?? packed), CompressionMode.Decompress);
            deflate.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception e) when (e is CryptographicException or InvalidDataException)
        {
            throw Changed(name);
        }
    }

    private static BackUpException Changed(string name) => new($"The piece {name} of the back-up was changed or damaged.");

    private string NameOf(ReadOnlySpan<byte> content) => key?.NameOf(content) ?? Convert.ToHexStringLower(SHA256.HashData(content));

    private static string FileOf(string name) => $"pieces/{name[..2]}/{name}";
}
