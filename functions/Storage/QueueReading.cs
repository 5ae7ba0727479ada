using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Dissemination.Storage;

/// <summary>Reads what a queue brings.</summary>
internal static class QueueReading
{
    /// <exception cref="JsonException">The message is none of that kind.</exception>
    /// <exception cref="InvalidDataException">The message holds nothing of that kind.</exception>
    public static T Read<T>(string message, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(Text(message), type) ?? throw new InvalidDataException($"The message holds no {typeof(T).Name}.");

    /// <summary>The words of a message: this program and the host write them as base64, others may not.</summary>
    public static string Text(string message) =>
        Base64.IsValid(message) && Convert.FromBase64String(message) is var bytes && Utf8.IsValid(bytes)
            && Encoding.UTF8.GetString(bytes) is var words && !words.Any(char.IsControl)
            ? words
            : message;
}
