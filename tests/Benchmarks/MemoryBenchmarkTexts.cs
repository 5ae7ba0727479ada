using System.Globalization;

namespace Dissemination.Benchmarks;

/// <summary>
/// Sentences such as an office writes: two of ten are there already, word for word; three differ from one that is there in a word or two,
/// one in its number; the others are new. The same seed gives the same sentences.
/// </summary>
internal sealed class MemoryBenchmarkTexts(int seed, string[] words)
{
    private readonly Random _random = new(seed);

    public List<string> Take(int count)
    {
        var texts = new List<string>(count);
        while (texts.Count < count)
        {
            texts.Add(Next(texts));
        }

        return texts;
    }

    public string Next(List<string> before) => before.Count == 0 ? New() : _random.Next(10) switch
    {
        < 2 => Any(before),
        < 5 => Changed(Any(before), _random.Next(1, 3)),
        5 => OtherNumber(Any(before)),
        _ => New(),
    };

    private string Any(List<string> texts) => texts[_random.Next(texts.Count)];

    private string New() =>
        string.Join(' ', Enumerable.Range(0, _random.Next(6, 31)).Select(_ => _random.Next(12) == 0 ? Number() : Word()));

    private string Changed(string text, int changes)
    {
        var tokens = text.Split(' ');
        for (var change = 0; change < changes; change++)
        {
            tokens[_random.Next(tokens.Length)] = Word();
        }

        return string.Join(' ', tokens);
    }

    private string OtherNumber(string text) => string.Join(' ', text.Split(' ').Select(token => char.IsDigit(token[0]) ? Number() : token));

    private string Word() => words[_random.Next(words.Length)];

    private string Number() => _random.Next(1, 100_000).ToString("N0", CultureInfo.GetCultureInfo("vi-VN"));
}
