using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dissemination.Storage;

/// <summary>Reads what a queue brings.</summary>
internal static class QueueReading
{
    /// <exception cref="InvalidDataException">The message holds nothing of that kind.</exception>
    public static T Read<T>(string message, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(message, type) ?? throw new InvalidDataException($"The message holds no {typeof(T).Name}.");
}
