using System.Text;

namespace Dissemination.Channels;

/// <summary>How a secret may be written in what comes back: a pure function. Small and capital letters are not told apart.</summary>
internal static class SecretForms
{
    private const int BitsOfLetter = 6;

    public static IEnumerable<string> Of(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        return new[] { secret, Uri.EscapeDataString(secret), Convert.ToHexString(bytes) }
            .Concat(Enumerable.Range(0, 3).Select(before => Base64(bytes, before)))
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The letters of base64 that the secret alone decides, with so many bytes before it as in <c>user:secret</c>.</summary>
    private static string Base64(byte[] secret, int before)
    {
        byte[] bytes = [.. new byte[before], .. secret];
        var first = ((before * 8) + BitsOfLetter - 1) / BitsOfLetter;
        return Convert.ToBase64String(bytes)[first..(bytes.Length * 8 / BitsOfLetter)];
    }
}
