using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dissemination.Benchmarks.Mission;

/// <summary>Writes figures as exactly as they were measured at the most.</summary>
internal sealed class WrittenNumber : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(double.IsFinite(value) ? Math.Round(value, 4) : 0);
}
