using System.Collections.Immutable;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks;

/// <summary>
/// Finds the figures of a text, written the Vietnamese way: a full stop (or a space that does not break) between thousands, a comma before
/// decimals. Dates and ranges are read as the figures that they are made of, so that <c>16/10/2025</c> may become "day 16 month 10 year
/// 2025".
/// </summary>
internal static class NumberReading
{
    public static ImmutableArray<FoundNumber> Read(string text, ImmutableArray<FoundLink> links)
    {
        var numbers = ImmutableArray.CreateBuilder<FoundNumber>();
        var link = 0;
        for (var at = 0; at < text.Length;)
        {
            while (link < links.Length && links[link].Place.End <= at)
            {
                link++;
            }

            if (link < links.Length && links[link].Place.Contains(at))
            {
                at = links[link].Place.End;
            }
            else if (!char.IsAsciiDigit(text[at]))
            {
                at++;
            }
            else
            {
                at = ReadChain(text, at, numbers);
            }
        }

        return numbers.ToImmutable();
    }

    /// <summary>Groups of digits between one kind of sign: thousands, a decimal of other countries, a date, or one number alone.</summary>
    private static int ReadChain(string text, int start, ImmutableArray<FoundNumber>.Builder numbers)
    {
        var (groups, separator) = Groups(text, start);
        if (groups.Count == 1 && IsListNumber(text, groups[0]))
        {
            return groups[0].End;
        }

        var isThousands = groups.Count == 1
            || (groups[0].Length <= 3 && text[start] != '0' && groups.Skip(1).All(group => group.Length == 3));
        if (!isThousands && (groups.Count > 2 || separator != '.'))
        {
            numbers.AddRange(groups.Select(group => Found(text, Value(text.AsSpan(group.Start, group.Length)), group)));
            return groups[^1].End;
        }

        var whole = new TextStretch(start, groups[^1].End - start);
        if (!isThousands)
        {
            // 52.95 is no figure in Vietnamese, and so never the same as 52,95.
            numbers.Add(Found(text, text.Substring(whole.Start, whole.Length), whole));
            return whole.End;
        }

        var value = Value(string.Concat(groups.Select(group => text.Substring(group.Start, group.Length))));
        if (whole.End < text.Length && text[whole.End] == ',' && IsDigit(text, whole.End + 1))
        {
            var decimals = Digits(text, whole.End + 1);
            (value, whole) = ($"{value},{text.AsSpan(decimals.Start, decimals.Length)}", new(start, decimals.End - start));
        }

        numbers.Add(Found(text, value, whole));
        return whole.End;
    }

    /// <summary>The digits that begin here, and those after each further sign of the same kind.</summary>
    private static (List<TextStretch> Groups, char Separator) Groups(string text, int start)
    {
        List<TextStretch> groups = [Digits(text, start)];
        var separator = groups[0].End < text.Length ? text[groups[0].End] : '\0';
        if (separator is '.' or '\u00A0' or '\u202F')
        {
            while (IsDigit(text, groups[^1].End + 1) && text[groups[^1].End] == separator)
            {
                groups.Add(Digits(text, groups[^1].End + 1));
            }
        }

        return (groups, separator);
    }

    private static FoundNumber Found(string text, string value, TextStretch place)
    {
        var end = place.End < text.Length && text[place.End] is ' ' or '\u00A0' or '\u202F' ? place.End + 1 : place.End;
        var isPercent = end < text.Length && text[end] is '%' or '％';
        var written = text.Substring(place.Start, place.Length);
        return new(value, isPercent ? $"{written}%" : written, isPercent, place);
    }

    private static TextStretch Digits(string text, int start)
    {
        var end = start;
        while (IsDigit(text, end))
        {
            end++;
        }

        return new(start, end - start);
    }

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    /// <summary>The 1 of a line that begins with "1. " numbers the items of a list.</summary>
    private static bool IsListNumber(string text, TextStretch digits)
    {
        if (digits.Length > 3 || digits.End + 1 >= text.Length || text[digits.End] is not ('.' or ')') || text[digits.End + 1] != ' ')
        {
            return false;
        }

        var at = digits.Start;
        while (at > 0 && text[at - 1] is ' ' or '\t')
        {
            at--;
        }

        return at == 0 || text[at - 1] == '\n';
    }

    private static string Value(ReadOnlySpan<char> digits) => digits.TrimStart('0') is { Length: > 0 } value ? value.ToString() : "0";
}
