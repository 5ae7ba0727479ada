using System.Collections.Immutable;
using System.Globalization;

namespace Dissemination.Problems;

/// <summary>Names of sheets that Excel takes: of 31 letters at most, without its own signs, each once in a file.</summary>
internal static class ExcelSheetNames
{
    private const int Longest = 31;

    private const string Forbidden = ":\\/?*[]";

    /// <summary>Excel keeps this one for itself.</summary>
    private const string Reserved = "History";

    public static ImmutableArray<string> Of(IEnumerable<string> wanted)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { Reserved };
        return [.. wanted.Select(name => Free(Allowed(name), taken))];
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = Cut(name, Longest);
        for (var number = 2; !taken.Add(free); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            free = Cut(name, Longest - suffix.Length) + suffix;
        }

        return free;
    }

    private static string Allowed(string name)
    {
        var allowed = string.Concat(name.Select(letter => Forbidden.Contains(letter) || !IsPlain(letter) ? ' ' : letter)).Trim(' ', '\'');
        return allowed.Length == 0 ? "1" : allowed;
    }

    private static bool IsPlain(char letter) => !char.IsControl(letter) && !char.IsSurrogate(letter) && letter is not ('\uFFFE' or '\uFFFF');

    private static string Cut(string name, int most) => name.Length <= most ? name : name[..most].TrimEnd(' ', '\'');
}
