using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dissemination.Simulators;

/// <summary>How simulators read and write their controls.</summary>
internal static class SimulatorJson
{
    // By reflection: generated code would set what a plan does not name to nothing, and not leave it as it is by default.
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
    };
}
