using System.Globalization;
using Dissemination.Local;

namespace Dissemination.Benchmarks.Mission;

/// <summary>What is measured, and where it is written.</summary>
/// <param name="Items">The items of a month.</param>
/// <param name="Parts">The parts that run; all where none are named.</param>
/// <param name="Json">The file that gets the figures; null for none. Those of a whole run are kept where no other is named.</param>
internal sealed record MissionOptions(int Items, IReadOnlySet<string> Parts, string? Json)
{
    public const string Usage = "mission [items] [--only month,pages,single,idle,floor,one] [--json file]";

    /// <summary>As many items as an office hands in in a month.</summary>
    private const int Month = 450;

    /// <summary>Where the figures of a whole run are kept.</summary>
    private static string Kept => Path.Combine(
        LocalSettings.RepositoryFolder(AppContext.BaseDirectory), "docs", "benchmarks", "mission.json");

    public static MissionOptions Parse(string[] arguments)
    {
        var (items, parts, json) = (Month, (string[])[], (string?)null);
        for (var at = 0; at < arguments.Length; at++)
        {
            switch (arguments[at])
            {
                case "--only":
                    parts = arguments[++at].Split(',');
                    break;
                case "--json":
                    json = arguments[++at];
                    break;
                default:
                    items = int.Parse(arguments[at], CultureInfo.InvariantCulture);
                    break;
            }
        }

        return new(items, parts.ToHashSet(StringComparer.Ordinal), json ?? (parts is [] ? Kept : null));
    }

    public bool Has(string part) => Parts.Count == 0 || Parts.Contains(part);
}
