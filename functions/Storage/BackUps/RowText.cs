using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;

namespace Dissemination.Storage.BackUps;

/// <summary>
/// A row as a line of JSON: its keys and each property with its type, by name. Without what storage gives it by itself (ETag, Timestamp),
/// so the same row is the same line wherever it lies.
/// </summary>
internal static class RowText
{
    private static readonly string[] OfStorage = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    public static byte[] Write(TableEntity row)
    {
        ArrayBufferWriter<byte> line = new();
        using (Utf8JsonWriter writer = new(line, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("p", row.PartitionKey);
            writer.WriteString("r", row.RowKey);
            foreach (var (name, value) in row.Where(property => !OfStorage.Contains(property.Key, StringComparer.Ordinal))
                .OrderBy(property => property.Key, StringComparer.Ordinal))
            {
                var (type, text) = TextOf(row, name, value);
                writer.WriteString($"{type}:{name}", text);
            }

            writer.WriteEndObject();
        }

        return line.WrittenSpan.ToArray();
    }

    /// <exception cref="BackUpException">It is no row.</exception>
    public static TableEntity Read(ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        TableEntity row = new(json.RootElement.GetProperty("p").GetString(), json.RootElement.GetProperty("r").GetString());
        foreach (var property in json.RootElement.EnumerateObject().Where(property => property.Name is not ("p" or "r")))
        {
            var colon = property.Name.IndexOf(':', StringComparison.Ordinal);
            row[property.Name[(colon + 1)..]] = ValueOf(property.Name[..colon], property.Value.GetString()!);
        }

        return row;
    }

    private static (string Type, string Text) TextOf(TableEntity row, string name, object value) => value switch
    {
        string text => ("s", text),
        int number => ("i", number.ToString(CultureInfo.InvariantCulture)),
        long number => ("l", number.ToString(CultureInfo.InvariantCulture)),
        double number => ("d", number.ToString("R", CultureInfo.InvariantCulture)),
        bool isSo => ("b", isSo ? "1" : "0"),
        Guid id => ("g", id.ToString("D")),
        DateTimeOffset at => ("t", at.ToString("O", CultureInfo.InvariantCulture)),
        _ when row.GetBinary(name) is { } bytes => ("x", Convert.ToBase64String(bytes)),
        _ => throw new BackUpException($"The row {row.PartitionKey}/{row.RowKey} holds a {value.GetType().Name}."),
    };

    private static object ValueOf(string type, string text) => type switch
    {
        "s" => text,
        "i" => int.Parse(text, CultureInfo.InvariantCulture),
        "l" => long.Parse(text, CultureInfo.InvariantCulture),
        "d" => double.Parse(text, CultureInfo.InvariantCulture),
        "b" => text == "1",
        "g" => Guid.Parse(text),
        "t" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
        "x" => Convert.FromBase64String(text),
        _ => throw new BackUpException($"A row of the back-up holds what this program does not know: {type}."),
    };
}
