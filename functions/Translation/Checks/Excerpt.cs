using System.Globalization;

namespace Dissemination.Translation.Checks;

/// <summary>Words of a text as a finding shows them.</summary>
internal static class Excerpt
{
    public const int Most = 60;

    /// <summary>The words on one line, and not more of them than fit a phone.</summary>
    public static string Of(string text, int most = Most)
    {
        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > most)
            {
                // An element may be longer than all that is shown: marks can be heaped without end.
                return OneLine(text[..(end == 0 ? most : end)]) + "…";
            }

            end = next;
        }

        return OneLine(text);
    }

    // Half of a surrogate pair could not be stored or sent; enumerating writes U+FFFD for it.
    private static string OneLine(string text) => string.Concat(text.Replace('\n', ' ').EnumerateRunes());
}
