using System.Diagnostics;
using System.Globalization;
using Dissemination.Local;
using Dissemination.Translation.Memory;

namespace Dissemination.Benchmarks;

/// <summary>
/// Look-ups in ever larger translation memories: how long one takes on one core, how long the index takes to build, and how much memory it
/// needs.
/// </summary>
internal static class MemoryBenchmark
{
    private const int Seed = 2030;
    private const int LookUps = 1_000;

    public static int Run(int[] sizes)
    {
        var words = Words();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Seed {Seed}; sentences of {words.Distinct(StringComparer.Ordinal).Count()} syllables and signs, as often as the sample texts have them."));
        Console.WriteLine();
        Console.WriteLine(
            "| segments | built in (s) | median look-up (ms) | 95 % of look-ups (ms) | look-ups with a match (%) | memory (MB) |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var size in sizes)
        {
            Measure(size, words);
        }

        return 0;
    }

    private static void Measure(int size, string[] words)
    {
        var texts = new MemoryBenchmarkTexts(Seed, words);
        var sources = texts.Take(size);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var index = new MemoryIndex();
        foreach (var (number, source) in sources.Index())
        {
            // A copy of its own, as it has when it is read from storage; the translation is about as long.
            index.Add(
                new(new("blt-Tavt"), string.Concat(source), string.Concat(source.Reverse()), new(
                    new($"bai-{number / 30}"), 1, new("blt-Tavt")), null, DateTimeOffset.UnixEpoch.AddHours(number)));
        }

        var built = Stopwatch.GetElapsedTime(started);
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        var wanted = Enumerable.Range(0, LookUps).Select(_ => texts.Next(sources)).ToArray();
        foreach (var text in wanted.Take(100))
        {
            index.Find(text);
        }

        var found = 0;
        var times = new double[LookUps];
        foreach (var (at, text) in wanted.Index())
        {
            var from = Stopwatch.GetTimestamp();
            found += index.Find(text).IsEmpty ? 0 : 1;
            times[at] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }

        Array.Sort(times);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {index.Count:N0} | {built.TotalSeconds:F1} | {times[LookUps / 2]:F2} | {times[LookUps * 95 / 100]:F2} | {found * 100.0 / LookUps:F0} | {memory / 1024.0 / 1024.0:F0} |"));
        GC.KeepAlive(index);
    }

    /// <summary>The running words of the sample's Vietnamese texts.</summary>
    private static string[] Words()
    {
        var folder = Path.Combine(LocalSettings.RepositoryFolder(AppContext.BaseDirectory), "content", "items");
        return
        [
            .. System.IO.Directory.GetFiles(folder, "*.md")
                .Where(file => !Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .SelectMany(file => MemoryText.Of(File.ReadAllText(file).Split("---", 3)[2]).Tokens)
                .Where(token => !token.IsNumber)
                .Select(token => token.Folded),
        ];
    }
}
