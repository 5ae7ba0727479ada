using System.Globalization;

namespace Dissemination.Simulators.Facebook;

/// <summary>The headers in which Facebook tells how much of a limit is used.</summary>
internal static class FacebookUsageHeader
{
    public static string Of(int percent) =>
        string.Create(
            CultureInfo.InvariantCulture, $$"""{"call_count":{{percent}},"total_cputime":{{percent / 4}},"total_time":{{percent / 2}}}""");
}
