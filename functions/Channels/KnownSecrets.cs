using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Dissemination.Problems;

namespace Dissemination.Channels;

/// <summary>
/// The secrets that were used since the program started, and the one place where they are taken out of what comes back from outside:
/// channels and the gateways before them repeat in their errors what they were called with. In memory alone.
/// </summary>
internal sealed class KnownSecrets
{
    /// <summary>What stands where a secret stood.</summary>
    private const string Mark = "…";

    /// <summary>So many letters of a secret in a row are no accident: whoever cuts it off, or leaves out its beginning, tells it.</summary>
    private const int Telling = 16;

    /// <summary>What is shorter would be part of ordinary words, and no channel hands it out.</summary>
    private const int Shortest = 6;

    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _forms = new(StringComparer.Ordinal);

    /// <summary>To be called before a secret is used; again costs nothing.</summary>
    public void Learn(string? secret)
    {
        if (secret is { Length: >= Shortest })
        {
            _forms.GetOrAdd(secret, static known => [.. SecretForms.Of(known).Where(form => form.Length >= Shortest)]);
        }
    }

    /// <summary>Words without any secret, whole or in part, as it is or encoded.</summary>
    [return: NotNullIfNotNull(nameof(words))]
    public string? Clean(string? words)
    {
        if (words is not { Length: >= Shortest })
        {
            return words;
        }

        // Whole ones first: of two that begin alike, a part of the one would leave the end of the other.
        string[] forms = [.. _forms.Values.SelectMany(known => known)];
        words = forms.Aggregate(words, static (rest, form) => rest.Replace(form, Mark, StringComparison.OrdinalIgnoreCase));
        return forms.Where(static form => form.Length > Telling).Aggregate(words, WithoutParts);
    }

    /// <summary>A problem whose arguments hold no secret.</summary>
    public Problem Clean(Problem problem) => problem.Arguments.IsDefaultOrEmpty
        ? problem
        : problem with { Arguments = [.. problem.Arguments.Select(argument => Clean(argument))] };

    /// <summary>Takes out each run of letters that begins as the secret does, or ends as it does.</summary>
    private static string WithoutParts(string words, string secret)
    {
        for (int at; (at = words.AsSpan().IndexOf(secret.AsSpan(0, Telling), StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            words = Cut(words, at, CountSame(words.AsSpan(at), secret, static (text, index) => text[index]));
        }

        for (int at; (at = words.AsSpan().IndexOf(secret.AsSpan(secret.Length - Telling), StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = at + Telling;
            var run = CountSame(words.AsSpan(0, end), secret, static (text, index) => text[^(index + 1)]);
            words = Cut(words, end - run, run);
        }

        return words;
    }

    private static string Cut(string words, int at, int length) => $"{words.AsSpan(0, at)}{Mark}{words.AsSpan(at + length)}";

    /// <summary>How many letters two texts have in common, counted in the order that is given.</summary>
    private static int CountSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other, Func<ReadOnlySpan<char>, int, char> letter)
    {
        var count = 0;
        while (count < Math.Min(one.Length, other.Length)
            && char.ToUpperInvariant(letter(one, count)) == char.ToUpperInvariant(letter(other, count)))
        {
            count++;
        }

        return count;
    }
}
