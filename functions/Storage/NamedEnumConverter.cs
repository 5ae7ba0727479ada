using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dissemination.Storage;

/// <summary>Stores and shows a state or kind by its name in lower case with hyphens: <c>waiting-for-approval</c>.</summary>
internal sealed class NamedEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
