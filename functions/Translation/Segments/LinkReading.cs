using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dissemination.Translation.Segments;

/// <summary>
/// Finds addresses in one pass: those of pages (with their scheme, with <c>www.</c>, or by the ending of a site's name), of mailboxes, and
/// telephone numbers.
/// </summary>
internal static class LinkReading
{
    private static readonly ImmutableArray<string> Beginnings = ["https://", "http://", "www."];

    private static readonly FrozenSet<string> SiteEndings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "vn", "com", "org", "net", "info", "edu", "gov");

    public static ImmutableArray<FoundLink> Read(string text)
    {
        var links = ImmutableArray.CreateBuilder<FoundLink>();
        for (var at = 0; at < text.Length;)
        {
            var place = at > 0 && char.IsLetterOrDigit(text[at - 1]) ? default
                : PageAt(text, at) is { Length: > 0 } page ? page
                : SiteAt(text, at) is { Length: > 0 } site ? site
                : PhoneAt(text, at);
            if (place.Length == 0 && text[at] == '@')
            {
                place = MailboxAround(text, at, links.Count > 0 ? links[^1].Place.End : 0);
            }

            if (place.Length == 0)
            {
                at++;
                continue;
            }

            var written = text.Substring(place.Start, place.Length);
            links.Add(new(IsPhone(written) ? string.Concat(written.Where(char.IsAsciiDigit)) : written, written, place));
            at = place.End;
        }

        return links.ToImmutable();
    }

    private static bool IsPhone(string written) => written[0] is '0' or '+';

    private static TextStretch PageAt(string text, int start)
    {
        if (text[start] is not ('h' or 'H' or 'w' or 'W'))
        {
            return default;
        }

        return Beginnings.FirstOrDefault(
            beginning => text.AsSpan(start).StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) is { } beginning
            && LengthOfAddress(text.AsSpan(start), beginning.Length) is var length && length > beginning.Length
            ? new(start, length)
            : default;
    }

    /// <summary>
    /// The name of a site without anything before it, and what follows it. Only endings that are no word behind a full stop.
    /// </summary>
    private static TextStretch SiteAt(string text, int start)
    {
        if (!char.IsAsciiLetterOrDigit(text[start]) || (start > 0 && (IsOfName(text[start - 1]) || text[start - 1] is '@' or '/' or '\\')))
        {
            return default;
        }

        var end = start;
        while (end < text.Length && IsOfName(text[end]))
        {
            end++;
        }

        // A name that is no ASCII is a word before a full stop, and what goes on behind it is a mailbox.
        if (end < text.Length && (text[end] == '@' || (text[end] > 127 && char.IsLetter(text[end]))))
        {
            return default;
        }

        var name = text.AsSpan(start, end - start).TrimEnd(".-");
        var dot = name.LastIndexOf('.');
        return dot > 0 && name[..dot].ContainsAnyInRange('a', 'z')
            && SiteEndings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[(dot + 1)..])
            ? new(start, name.Length < end - start ? name.Length : LengthOfAddress(text.AsSpan(start), name.Length))
            : default;
    }

    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '-';

    private static int LengthOfAddress(ReadOnlySpan<char> rest, int least)
    {
        var (length, open) = (0, 0);
        foreach (var character in rest)
        {
            // A bracket belongs to the address only where it was opened in it.
            open += character switch { '(' => 1, ')' => -1, _ => 0 };
            if (open < 0 || char.IsWhiteSpace(character) || character is '<' or '>' or '"' or '“' or '”' or '«' or '»' or '|' or '\u200B')
            {
                break;
            }

            length++;
        }

        while (length > least && rest[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '…' or '*' or '_' or '\'' or ']')
        {
            length--;
        }

        return length;
    }

    /// <summary>
    /// Ten or eleven digits that begin with 0, or with the country's +84; the first group has three at least, so that a date is none.
    /// </summary>
    private static TextStretch PhoneAt(string text, int start)
    {
        var abroad = text.AsSpan(start).StartsWith("+84", StringComparison.Ordinal);
        if (!abroad && text[start] != '0')
        {
            return default;
        }

        var (at, digits, group, isFirst) = (abroad ? start + 3 : start, 0, 0, !abroad);
        var end = at;
        for (; at < text.Length && digits < 13; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                (digits, group, end) = (digits + 1, group + 1, at + 1);
            }
            else if (text[at] is not (' ' or '.' or '-' or '\u00A0') || at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1])
                || (isFirst && group < 3))
            {
                break;
            }
            else
            {
                (group, isFirst) = (0, false);
            }
        }

        return (abroad ? digits is 9 or 10 : digits is 10 or 11) ? new(start, end - start) : default;
    }

    private static TextStretch MailboxAround(string text, int sign, int from)
    {
        var (start, end) = (sign, sign + 1);
        while (start > from && IsOfMailbox(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsOfMailbox(text[end]))
        {
            end++;
        }

        while (end > sign + 1 && text[end - 1] is '.' or '-' or '_' or '+')
        {
            end--;
        }

        return start < sign && text.AsSpan(sign + 1, end - sign - 1).Contains('.') ? new(start, end - start) : default;
    }

    private static bool IsOfMailbox(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or '+';
}
