using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dissemination.Storage;

/// <summary>Stores an id as the plain string that people see.</summary>
internal sealed class StringIdConverter<T> : JsonConverter<T>
    where T : struct, IStringId<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString() ?? "");

    /// <summary>What is none is broken JSON for whoever reads it, from a request or from a row.</summary>
    private static T Read(ref Utf8JsonReader reader) =>
        IStringId<T>.Find(reader.GetString()) ?? throw new JsonException($"This is no {typeof(T).Name}.");
}
