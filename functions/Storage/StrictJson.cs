using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dissemination.Storage;

/// <summary>
/// Reading what was stored: a value that no default stands for has to be there, so that a record which lacks one is found out where it is
/// read and not later, by whoever uses it. What may be null is left out when it is written, and may be missing.
/// </summary>
internal static class StrictJson
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Strict = [];

    /// <summary>The same type, read strictly.</summary>
    public static JsonTypeInfo<T> Of<T>(JsonTypeInfo<T> type) =>
        (JsonTypeInfo<T>)Strict.GetValue(type.Options, Demanding).GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Demanding(JsonSerializerOptions options)
    {
        JsonSerializerOptions strict = new(options)
        {
            RespectNullableAnnotations = true,
            TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(Demand),
        };
        strict.MakeReadOnly();
        return strict;
    }

    private static void Demand(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            // What is set beside the constructor says itself whether it is required.
            if (property.AssociatedParameter is { IsMemberInitializer: false, HasDefaultValue: false, IsNullable: false }
                && !HasDefault(property.PropertyType))
            {
                property.IsRequired = true;
            }
        }
    }

    /// <summary>
    /// Numbers, times, states and what may be null have a value of their own where none was stored; ids, texts and lists have none.
    /// </summary>
    private static bool HasDefault(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeSpan)
        || Nullable.GetUnderlyingType(type) is not null;
}
