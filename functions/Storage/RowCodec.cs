using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace Dissemination.Storage;

/// <summary>
/// A record as a table entity: its JSON, in pieces that fit a property, and the schema version. Only what a query filters by is a property
/// of its own.
/// </summary>
internal static class RowCodec
{
    /// <summary>Raised when stored JSON changes in a way that older code could not read.</summary>
    private const int SchemaVersion = 1;

    /// <summary>A string property holds 32 Ki characters (64 KiB of UTF-16).</summary>
    private const int PieceLength = 32_000;

    /// <summary>An entity takes 1 MiB, with two bytes for each character and room for its keys.</summary>
    public const int MostCharacters = 500_000;

    /// <summary>In how many pieces the JSON is. A merge leaves a piece standing that it does not name.</summary>
    private const string PiecesName = "Pieces";

    /// <summary>A binary property holds 64 KiB.</summary>
    private const int CompressedPieceLength = 64_000;

    /// <summary>The most compressed bytes of a record, with room for its keys.</summary>
    private const int MostCompressedBytes = 900_000;

    /// <summary>What lists of many read, beside the keys.</summary>
    private const string HeadName = "Head";

    public static IReadOnlyList<string> HeadProperties { get; } = ["PartitionKey", "RowKey", HeadName];

    public static TableEntity ToEntity<T>(string partitionKey, string rowKey, T value, JsonTypeInfo<T> type)
    {
        var entity = new TableEntity(partitionKey, rowKey) { ["V"] = SchemaVersion };
        foreach (var (name, property) in (value as IFilteredRow)?.FilteredBy ?? [])
        {
            entity[name] = property;
        }

        if (value is IListedByHead listed)
        {
            entity[HeadName] = listed.HeadJson;
        }

        var written = ReadableJson.Write(value, type);
        if (value is ICompressedRow)
        {
            AddCompressed(entity, written);
            return entity;
        }

        var json = Encoding.UTF8.GetString(written.Span);
        if (json.Length > MostCharacters)
        {
            throw new RecordTooLargeException(rowKey, json.Length);
        }

        entity[PiecesName] = (json.Length + PieceLength - 1) / PieceLength;
        for (var (piece, at) = (0, 0); at < json.Length; piece++, at += PieceLength)
        {
            entity[PieceName(piece)] = json.Substring(at, Math.Min(PieceLength, json.Length - at));
        }

        return entity;
    }

    public static Row<T> ToRow<T>(TableEntity entity, JsonTypeInfo<T> type)
    {
        var pieces = entity.GetInt32(PiecesName) ?? int.MaxValue;
        if (entity.GetBinary(CompressedName(0)) is not null)
        {
            return Parse(entity, Decompressed(entity, pieces), type);
        }

        var json = entity.GetString(PieceName(0)) ?? "";
        for (var piece = 1; piece < pieces && entity.GetString(PieceName(piece)) is { } more; piece++)
        {
            json += more;
        }

        return Parse(entity, json, type);
    }

    /// <summary>The head of a record that lists read without the rest.</summary>
    public static Row<T> ToHead<T>(TableEntity entity, JsonTypeInfo<T> type) => Parse(entity, entity.GetString(HeadName) ?? "", type);

    private static Row<T> Parse<T>(TableEntity entity, string json, JsonTypeInfo<T> type) =>
        ToRow(entity, JsonSerializer.Deserialize(json, StrictJson.Of(type)));

    private static Row<T> Parse<T>(TableEntity entity, ReadOnlySpan<byte> json, JsonTypeInfo<T> type) =>
        ToRow(entity, JsonSerializer.Deserialize(json, StrictJson.Of(type)));

    private static Row<T> ToRow<T>(TableEntity entity, T? value) => new(
        entity.PartitionKey,
        entity.RowKey,
        value ?? throw new InvalidDataException($"The row {entity.PartitionKey}/{entity.RowKey} holds nothing."),
        entity.ETag);

    private static void AddCompressed(TableEntity entity, ReadOnlyMemory<byte> json)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(json.Span);
        }

        var bytes = compressed.ToArray();
        if (bytes.Length > MostCompressedBytes)
        {
            throw new RecordTooLargeException(entity.RowKey, bytes.Length);
        }

        entity[PiecesName] = (bytes.Length + CompressedPieceLength - 1) / CompressedPieceLength;
        for (var (piece, at) = (0, 0); at < bytes.Length; piece++, at += CompressedPieceLength)
        {
            entity[CompressedName(piece)] = bytes[at..Math.Min(at + CompressedPieceLength, bytes.Length)];
        }
    }

    private static ReadOnlySpan<byte> Decompressed(TableEntity entity, int pieces)
    {
        using var compressed = new MemoryStream();
        for (var piece = 0; piece < pieces && entity.GetBinary(CompressedName(piece)) is { } more; piece++)
        {
            compressed.Write(more);
        }

        compressed.Position = 0;
        using var json = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, CompressionMode.Decompress))
        {
            deflate.CopyTo(json);
        }

        return json.GetBuffer().AsSpan(0, (int)json.Length);
    }

    private static string CompressedName(int piece) =>
        piece == 0 ? "Deflated" : string.Create(CultureInfo.InvariantCulture, $"Deflated{piece}");

    private static string PieceName(int piece) =>
        piece == 0 ? "Json" : string.Create(CultureInfo.InvariantCulture, $"Json{piece}");
}
