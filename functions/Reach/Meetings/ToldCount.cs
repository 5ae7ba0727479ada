using System.Globalization;
using System.Text.RegularExpressions;

namespace Dissemination.Reach.Meetings;

/// <summary>
/// A number of people or opinions as people write it: digits, with a point or space for thousands, and nothing that may mean a part.
/// </summary>
internal static partial class ToldCount
{
    public static bool TryParse(string written, out int count)
    {
        count = 0;
        char[] digits = Thousands().IsMatch(written) ? [.. written.Where(char.IsAsciiDigit)] : [.. written.Trim()];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count);
    }

    [GeneratedRegex(
        @"^\s*[0-9]{1,3}([. \u00A0][0-9]{3})+\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Thousands();
}
