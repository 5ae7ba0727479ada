using System.Text.Json;
using System.Text.Json.Serialization;
using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>Writes what was counted in a line for each purpose, so that two files of figures can be held against each other.</summary>
internal sealed class WrittenMeasurement : JsonConverter<Measurement>
{
    public override Measurement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Figures are written for people.");

    public override void Write(Utf8JsonWriter writer, Measurement value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var by in value.Since(Measurement.None).Storage.GroupBy(use => use.By, StringComparer.Ordinal))
        {
            writer.WriteStartObject(by.Key);
            foreach (var use in by)
            {
                writer.WriteNumber($"{use.Service} {use.Name}, {use.Access}", use.Count);
            }

            writer.WriteEndObject();
        }

        foreach (var (counter, count) in value.Counters)
        {
            writer.WriteNumber(counter, count);
        }

        writer.WriteEndObject();
    }
}
