using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Dissemination.Directory.Changes;

/// <summary>
/// The values of a row by the names of their columns, as its stored form has them: what is stored of a row, and that alone, can differ, so
/// a column that comes later is compared and shown by itself.
/// </summary>
internal static class RowFields
{
    public static IReadOnlyDictionary<string, string> Of<T>(T row, JsonTypeInfo<T> type)
    {
        // What follows from the other values is stored too, and is no column.
        var columns = type.Properties
            .Where(property => property.AssociatedParameter is not null || property.Set is not null)
            .Select(property => property.Name)
            .ToHashSet(StringComparer.Ordinal);
        return JsonSerializer.SerializeToNode(row, type)!.AsObject()
            .Where(field => columns.Contains(field.Key))
            .Select(field => KeyValuePair.Create(field.Key, TextOf(field.Value)))
            .Where(field => field.Value.Length > 0)
            .ToDictionary(StringComparer.Ordinal);
    }

    private static string TextOf(JsonNode? value) =>
        value is JsonArray list ? string.Join(";", list.Select(TextOf)) : value?.ToString() ?? "";
}
