using System.Security.Cryptography;
using System.Text;

namespace Dissemination.Storage.BackUps;

/// <summary>
/// What encrypts a place's back-ups: PBKDF2 with SHA-256 makes of the operator's words and the place's salt 64 bytes. The first 32 are the
/// key of AES-256-GCM, whose nonce is random for each piece, stands before it and is followed by the tag; the name of the piece is
/// authenticated with it. The other 32 are the key of HMAC-SHA-256 by which pieces are named, so that no name tells what it is of.
/// </summary>
internal sealed class BackUpKey : IDisposable
{
    /// <summary>What OWASP's password storage advice asks for PBKDF2 with SHA-256.</summary>
    private const int Iterations = 600_000;

    /// <summary>Fewer letters are guessed.</summary>
    private const int FewestLetters = 20;

    private const int HalfLength = 32;
    private const int SaltLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private static readonly byte[] Checked = Encoding.ASCII.GetBytes("dissemination back-up");

    private readonly AesGcm _cipher;
    private readonly byte[] _naming;

    private BackUpKey(string words, byte[] salt, int iterations)
    {
        var key = Rfc2898DeriveBytes.Pbkdf2(words, salt, iterations, HashAlgorithmName.SHA256, HalfLength * 2);
        _cipher = new(key.AsSpan(0, HalfLength), TagLength);
        _naming = key[HalfLength..];
    }

    /// <summary>For a place that holds nothing yet.</summary>
    /// <exception cref="BackUpException">The words are too few.</exception>
    public static (BackUpKey Key, BackUpFormat Format) New(string words)
    {
        if (words.Length < FewestLetters)
        {
            throw new BackUpException($"The key has to be {FewestLetters} letters or more.");
        }

        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        BackUpKey key = new(words, salt, Iterations);
        return (
            key,
            new(BackUpFormat.Current) { Salt = Convert.ToBase64String(salt), Iterations = Iterations, Check = key.NameOf(Checked) });
    }

    /// <summary>For a place that was begun with it.</summary>
    /// <exception cref="BackUpException">It is another one.</exception>
    public static BackUpKey Of(string words, BackUpFormat format)
    {
        BackUpKey key = new(words, Convert.FromBase64String(format.Salt!), format.Iterations!.Value);
        return key.NameOf(Checked) == format.Check ? key : throw new BackUpException("This is not the key of these back-ups.");
    }

    public string NameOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(HMACSHA256.HashData(_naming, content));

    public byte[] Seal(string name, ReadOnlySpan<byte> content)
    {
        var piece = new byte[NonceLength + content.Length + TagLength];
        var nonce = piece.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        var (secret, tag) = (new ArraySegment<byte>(piece, NonceLength, content.Length), piece[(NonceLength + content.Length)..]);
        _cipher.Encrypt(nonce, content, secret, tag, Encoding.UTF8.GetBytes(name));
        tag.CopyTo(piece, NonceLength + content.Length);
        return piece;
    }

    /// <exception cref="CryptographicException">It was changed, or is another piece.</exception>
    public byte[] Open(string name, ReadOnlySpan<byte> piece)
    {
        if (piece.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("A piece is too short.");
        }

        var content = new byte[piece.Length - NonceLength - TagLength];
        _cipher.Decrypt(
            piece[..NonceLength], piece[NonceLength..^TagLength], piece[^TagLength..], content, Encoding.UTF8.GetBytes(name));
        return content;
    }

    public void Dispose() => _cipher.Dispose();
}
