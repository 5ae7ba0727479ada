using System.Text.Json;
using System.Text.Json.Serialization;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>Counts of a day as a list: the channel's number, the day's, posts and opens.</summary>
internal sealed class DayCountConverter : JsonConverter<DayCount>
{
    public override DayCount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<long> numbers = [0, 0, 0, 0];
        NumberList.Read(ref reader, numbers);
        return new((ChannelKind)numbers[0], DateOnly.FromDayNumber((int)numbers[1]), (int)numbers[2], (int)numbers[3]);
    }

    public override void Write(Utf8JsonWriter writer, DayCount value, JsonSerializerOptions options) =>
        NumberList.Write(writer, [(long)value.Channel, value.Day.DayNumber, value.Posts, value.Opens], [0, 0, 0, 0]);
}
