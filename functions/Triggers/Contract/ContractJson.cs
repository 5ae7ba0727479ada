using System.Globalization;
using System.Text.Json;

namespace Dissemination.Triggers.Contract;

/// <summary>How the host writes values: objects and dates plainly, bytes as base64, every other value serialised once more.</summary>
internal static class ContractJson
{
    /// <summary>Finds a property without regard to case: the host keeps its binding data so.</summary>
    public static JsonElement? Property(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (parent.TryGetProperty(name, out var exact))
        {
            return exact;
        }

        foreach (var property in parent.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return null;
    }

    /// <summary>Undoes the second serialisation of a string; a value that was serialised once is taken as it is.</summary>
    public static string Undo(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return value.GetRawText();
        }

        var once = value.GetString() ?? "";
        if (once.Length < 2 || once[0] != '"' || once[^1] != '"')
        {
            return once;
        }

        try
        {
            using var twice = JsonDocument.Parse(once);
            return twice.RootElement.GetString() ?? "";
        }
        catch (JsonException failure)
        {
            throw new InvocationFormatException("A string that looks doubly encoded is not.", failure);
        }
    }

    public static ReadOnlyMemory<byte> Bytes(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : throw new InvocationFormatException("The blob's content is not base64.");

    public static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new InvocationFormatException("The blob's address is not absolute.");

    /// <summary>A number, written as such or as text; null when it is neither.</summary>
    public static int? SmallNumber(JsonElement value) =>
        int.TryParse(Undo(value), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static long? Number(JsonElement parent, string name) =>
        Property(parent, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public static string? Text(JsonElement parent, string name) =>
        Property(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static DateTimeOffset? Instant(JsonElement parent, string name) =>
        Text(parent, name) is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;

    public static IReadOnlyDictionary<string, string> Texts(JsonElement? value)
    {
        Dictionary<string, string> texts = new(StringComparer.OrdinalIgnoreCase);
        if (value is { ValueKind: JsonValueKind.Object } found)
        {
            foreach (var property in found.EnumerateObject())
            {
                texts[property.Name] = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
            }
        }

        return texts;
    }

    /// <summary>Listings of blobs give ETags without quotes, single reads with them.</summary>
    public static string Quoted(string etag) => etag.StartsWith('"') || etag.StartsWith("W/", StringComparison.Ordinal) ? etag : $"\"{etag}\"";
}
