using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Directory;

/// <summary>Some hours of every day in Việt Nam, written <c>21:00-06:00</c>; they may go over midnight.</summary>
/// <param name="Until">The first minute that does not belong to them.</param>
[StructLayout(LayoutKind.Auto)]
[JsonConverter(typeof(StringIdConverter<HoursOfDay>))]
internal readonly record struct HoursOfDay(TimeOnly From, TimeOnly Until) : IStringId<HoursOfDay>
{
    private const string Format = "HH:mm";

    public bool Holds(TimeOnly time) => From <= Until ? time >= From && time < Until : time >= From || time < Until;

    /// <summary>The end of these hours, where an instant lies in them; else the instant itself.</summary>
    public DateTimeOffset EndAfter(DateTimeOffset instant)
    {
        var time = LocalTime.TimeOf(instant);
        if (!Holds(time))
        {
            return instant;
        }

        var day = LocalTime.DayOf(instant);
        return LocalTime.At(time < Until ? day : day.AddDays(1), Until);
    }

    public override string ToString() =>
        $"{From.ToString(Format, CultureInfo.InvariantCulture)}-{Until.ToString(Format, CultureInfo.InvariantCulture)}";

    public static HoursOfDay Parse(string s, IFormatProvider? provider) => IStringId<HoursOfDay>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out HoursOfDay result)
    {
        result = default;
        if (s?.Split('-', StringSplitOptions.TrimEntries) is not [var from, var until]
            || !TimeOnly.TryParseExact(from, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || !TimeOnly.TryParseExact(until, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            || first == last)
        {
            return false;
        }

        result = new(first, last);
        return true;
    }
}
