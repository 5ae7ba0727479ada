namespace Dissemination.Translation.Memory;

/// <summary>A number for each token that a memory has seen.</summary>
internal sealed class Vocabulary
{
    /// <summary>What stands for any number where numbers do not count.</summary>
    public const int AnyNumber = 0;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>First after all numbers that are given out.</summary>
    public int End => _numbers.Count + 1;

    /// <summary>The tokens of a text that is remembered.</summary>
    public int[] Learn(MemoryText text)
    {
        var tokens = new int[text.Tokens.Length];
        foreach (var (at, token) in text.Tokens.Index())
        {
            if (!_numbers.TryGetValue(token.Folded, out tokens[at]))
            {
                _numbers[token.Folded] = tokens[at] = End;
            }
        }

        return tokens;
    }

    /// <summary>The tokens of a text that is looked for; those that no remembered text has are negative, each another.</summary>
    public int[] Look(MemoryText text)
    {
        var unknown = new Dictionary<string, int>(StringComparer.Ordinal);
        return [
            .. text.Tokens.Select(
                token => _numbers.TryGetValue(token.Folded, out var number)
                    ? number
                    : unknown.TryGetValue(token.Folded, out number)
                    ? number
                    : unknown[token.Folded] = -1 - unknown.Count)];
    }

    /// <summary>The row with all numbers made the same; null where it has none.</summary>
    public static int[]? Shape(MemoryText text, int[] tokens) =>
        text.Tokens.Any(token => token.IsNumber) ? [.. tokens.Zip(text.Tokens, (token, read) => read.IsNumber ? AnyNumber : token)] : null;
}
