using System.Text.Json;
using System.Text.Json.Serialization;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>
/// Figures as a list, the channel's number first and without what is nothing at its end. What stood between the opens and the minute in
/// rows of before, people who came, is written no more and not read.
/// </summary>
internal sealed class ChannelFiguresConverter : JsonConverter<ChannelFigures>
{
    private static ReadOnlySpan<long> Nothing =>
        [0, 0, 0, 0, 0, 0, 0, NumberList.None, NumberList.None, NumberList.None, NumberList.None, 0];

    public override ChannelFigures Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<long> figures = stackalloc long[Nothing.Length];
        Nothing.CopyTo(figures);
        NumberList.Read(ref reader, figures);
        return new(
            (ChannelKind)figures[0],
            (ushort)figures[1],
            (ushort)figures[2],
            (ushort)figures[3],
            (ushort)figures[4],
            (ushort)figures[5],
            (ushort)figures[6],
            Known(figures[7]),
            Known(figures[8]),
            Known(figures[10]),
            (ushort)figures[11]);
    }

    public override void Write(Utf8JsonWriter writer, ChannelFigures value, JsonSerializerOptions options) => NumberList.Write(
        writer,
        [
            (long)value.Channel, value.Expected, value.Done, value.OnTime, value.Failed, value.Waiting, value.Measured,
            value.FirstMinutes ?? NumberList.None, value.Opens ?? NumberList.None, NumberList.None,
            value.MeasuredMinute ?? NumberList.None, value.Told,
        ],
        Nothing);

    private static int? Known(long figure) => figure is NumberList.None ? null : (int)figure;
}
