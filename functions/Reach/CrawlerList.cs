using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dissemination.Reach;

/// <summary>
/// The list of crawlers that the npm package <c>crawler-user-agents</c> keeps: some 1,500 patterns. Nearly all are plain words and are
/// looked for together in one pass; the few others are one expression that never goes back.
/// </summary>
internal sealed class CrawlerList
{
    private const string Resource = "crawler-user-agents.json";

    private static readonly Lazy<CrawlerList> LazyKept = new(() => new(Patterns()));

    private readonly SearchValues<string> _words;
    private readonly Regex _others;

    private CrawlerList(IEnumerable<string> patterns)
    {
        List<string> words = [];
        List<string> others = [];
        foreach (var pattern in patterns)
        {
            if (WordsOf(pattern) is { } plain)
            {
                words.Add(plain);
            }
            else
            {
                others.Add($"(?:{pattern})");
            }
        }

        _words = SearchValues.Create(words.ToArray(), StringComparison.Ordinal);
        _others = new(string.Join('|', others), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>The list that lies in the program, read when it is first asked for: some milliseconds, once.</summary>
    public static CrawlerList Kept => LazyKept.Value;

    public bool Has(string userAgent) => userAgent.AsSpan().ContainsAny(_words) || _others.IsMatch(userAgent);

    /// <summary>The list as its package has it.</summary>
    public static JsonDocument Read()
    {
        using var resource = typeof(CrawlerList).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the program.");
        return JsonDocument.Parse(resource);
    }

    private static IEnumerable<string> Patterns()
    {
        using var list = Read();
        foreach (var crawler in list.RootElement.EnumerateArray())
        {
            yield return crawler.GetProperty("pattern").GetString()!;
        }
    }

    /// <summary>The words that a pattern stands for; null where it stands for more than one word.</summary>
    private static string? WordsOf(string pattern)
    {
        var words = new StringBuilder(pattern.Length);
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] is '\\' && at + 1 < pattern.Length && !char.IsAsciiLetterOrDigit(pattern[at + 1]))
            {
                at++;
            }
            else if ("\\^$.|?*+()[]{}".Contains(pattern[at], StringComparison.Ordinal))
            {
                return null;
            }

            words.Append(pattern[at]);
        }

        return words.ToString();
    }
}
