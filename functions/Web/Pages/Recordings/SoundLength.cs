using System.Globalization;

namespace Dissemination.Web.Pages.Recordings;

/// <summary>How long a recording is, as players show it.</summary>
internal static class SoundLength
{
    public static string Of(TimeSpan length) =>
        length.ToString(length < TimeSpan.FromHours(1) ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);
}
