using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// A text cut into words and into what a translator must not touch: marks of emphasis, of links and pictures, code, HTML and addresses.
/// They go out as inline codes, which translators' tools keep whole. Joining the pieces gives the text back, letter by letter.
/// </summary>
internal static partial class InlineMarks
{
    /// <summary>The pieces in order; none is empty. Linear.</summary>
    public static ImmutableArray<(string Text, bool IsMark)> Of(string text)
    {
        var pieces = ImmutableArray.CreateBuilder<(string, bool)>();
        var done = 0;
        foreach (var place in Places(text))
        {
            if (place.Start < done)
            {
                continue;
            }

            if (place.Start > done)
            {
                pieces.Add((text[done..place.Start], false));
            }

            pieces.Add((text[place.Start..place.End], true));
            done = place.End;
        }

        if (done < text.Length)
        {
            pieces.Add((text[done..], false));
        }

        return pieces.ToImmutable();
    }

    /// <summary>Where marks stand, the first first and of two that begin together the longer.</summary>
    private static IEnumerable<TextStretch> Places(string text)
    {
        List<TextStretch> places =
            [.. LinkReading.Read(text).Where(link => link.Written[0] is not ('0' or '+')).Select(link => link.Place)];
        foreach (var mark in Whole.EnumerateMatches(text))
        {
            places.Add(new(mark.Index, mark.Length));
        }

        places.AddRange(Brackets(text));
        foreach (var run in Run.EnumerateMatches(text))
        {
            if (IsAtEdge(text, run.Index, run.Index + run.Length))
            {
                places.Add(new(run.Index, run.Length));
            }
        }

        return places.OrderBy(place => place.Start).ThenByDescending(place => place.Length);
    }

    /// <summary>The two halves around the words of each link or picture.</summary>
    private static IEnumerable<TextStretch> Brackets(string text)
    {
        Stack<TextStretch> open = [];
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '[')
            {
                open.Push(at > 0 && text[at - 1] == '!' ? new(at - 1, 2) : new(at, 1));
            }
            else if (text[at] == ']' && open.TryPop(out var opening) && LengthOfTarget(text.AsSpan(at)) is > 0 and var length)
            {
                yield return opening;
                yield return new(at, length);
                at += length - 1;
            }
        }
    }

    private static int LengthOfTarget(ReadOnlySpan<char> text)
    {
        foreach (var target in Target.EnumerateMatches(text))
        {
            return target.Length;
        }

        return 0;
    }

    /// <summary>Stars inside a word or a figure (<c>091***234</c>) or alone between spaces are the author's own.</summary>
    private static bool IsAtEdge(string text, int start, int end)
    {
        var (before, after) = (start > 0 ? text[start - 1] : ' ', end < text.Length ? text[end] : ' ');
        return !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)) && !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after));
    }

    /// <summary>Code, HTML and addresses in angle brackets.</summary>
    [GeneratedRegex(@"`[^`\n]+`|</?[A-Za-z][^<>\n]*>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Whole { get; }

    [GeneratedRegex(@"\*+|_+|~~", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Run { get; }

    /// <summary>What follows the words of a link: its address, with one pair of brackets in it at most, or the name of one.</summary>
    [GeneratedRegex(@"\A\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Target { get; }
}
