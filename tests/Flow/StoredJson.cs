using System.Globalization;
using System.IO.Compression;
using Azure.Data.Tables;

namespace Dissemination.Tests.Flow;

/// <summary>What a row holds as words, whether they are stored compressed or as they are.</summary>
internal static class StoredJson
{
    public static string Of(TableEntity row)
    {
        using MemoryStream bytes = new();
        for (var piece = 0; row.GetBinary(NameOf(piece)) is { } more; piece++)
        {
            bytes.Write(more);
        }

        if (bytes.Length == 0)
        {
            return row.GetString("Json") ?? "";
        }

        bytes.Position = 0;
        using StreamReader json = new(new DeflateStream(bytes, CompressionMode.Decompress));
        return json.ReadToEnd();
    }

    private static string NameOf(int piece) =>
        piece == 0 ? "Deflated" : string.Create(CultureInfo.InvariantCulture, $"Deflated{piece}");
}
