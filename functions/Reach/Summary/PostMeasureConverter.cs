using System.Text.Json;
using System.Text.Json.Serialization;
using Dissemination.Channels;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>A measure as a list: the channel's number, the metric's, and the figure.</summary>
internal sealed class PostMeasureConverter : JsonConverter<PostMeasure>
{
    public override PostMeasure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<long> numbers = [0, 0, 0];
        NumberList.Read(ref reader, numbers);
        return new((ChannelKind)numbers[0], (PostMetric)numbers[1], (int)numbers[2]);
    }

    public override void Write(Utf8JsonWriter writer, PostMeasure value, JsonSerializerOptions options) =>
        NumberList.Write(writer, [(long)value.Channel, (long)value.Metric, value.Value], [0, 0, 0]);
}
