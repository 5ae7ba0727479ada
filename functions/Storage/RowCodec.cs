using System.Globalization;
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

    /// <summary>The properties that queries filter by.</summary>
    private const string StateName = "State";
    private const string LaneName = "Lane";
    private const string CommuneName = "Commune";

    public static TableEntity ToEntity<T>(string partitionKey, string rowKey, T value, JsonTypeInfo<T> type)
    {
        var json = Encoding.UTF8.GetString(ReadableJson.Write(value, type).Span);
        if (json.Length > MostCharacters)
        {
            throw new RecordTooLargeException(rowKey, json.Length);
        }

        var entity = new TableEntity(partitionKey, rowKey) { ["V"] = SchemaVersion };
        if (value is IFilteredByState filtered)
        {
            entity[StateName] = filtered.StateName;
        }

        if (value is IFilteredByLane sent)
        {
            entity[LaneName] = sent.LaneName;
        }

        if (value is IFilteredByCommune placed)
        {
            entity[CommuneName] = placed.CommuneName;
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
        var json = entity.GetString(PieceName(0)) ?? "";
        var pieces = entity.GetInt32(PiecesName) ?? int.MaxValue;
        for (var piece = 1; piece < pieces && entity.GetString(PieceName(piece)) is { } more; piece++)
        {
            json += more;
        }

        var value = JsonSerializer.Deserialize(json, StrictJson.Of(type))
            ?? throw new InvalidDataException($"The row {entity.PartitionKey}/{entity.RowKey} holds nothing.");
        return new(entity.PartitionKey, entity.RowKey, value, entity.ETag);
    }

    private static string PieceName(int piece) =>
        piece == 0 ? "Json" : string.Create(CultureInfo.InvariantCulture, $"Json{piece}");
}
