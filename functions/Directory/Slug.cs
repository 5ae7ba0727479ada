using System.Text.RegularExpressions;

namespace Dissemination.Directory;

/// <summary>
/// The form of every id that people write: 1 to 63 of <c>a-z 0-9 -</c>, so that it is safe in a key, a path and an address.
/// </summary>
internal static partial class Slug
{
    public static bool IsValid(string? text) => text is not null && Form().IsMatch(text);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Form();
}
