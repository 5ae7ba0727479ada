using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dissemination.Storage;

/// <summary>JSON with Vietnamese and Tai Viet letters as they are: a sixth of the size of escaped ones, and a person can read it.</summary>
internal static class ReadableJson
{
    public static ReadOnlyMemory<byte> Write<T>(T value, JsonTypeInfo<T> type, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented };
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        return buffer.WrittenMemory;
    }
}
