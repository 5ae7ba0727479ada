using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dissemination.Intake.Documents;

/// <summary>What a number format that somebody made writes: the words around the figure, and how the figure is written.</summary>
/// <param name="Before">The words before it.</param>
/// <param name="After">Those behind it, with the sign of percents.</param>
/// <param name="Digits">How many digits there are at least before the comma.</param>
/// <param name="Decimals">How many it shows at most behind the comma; null where it shows all that there are.</param>
internal sealed partial record NumberFormat(string Before, string After, int Digits, int? Decimals, bool IsGrouped, bool IsPercent)
{
    private const int MostDigits = 30;

    /// <summary>How many digits behind the comma are kept of a figure, whatever its format shows.</summary>
    private const int MostDecimals = 10;

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <returns>
    /// Null where the format shows another figure than the one that is stored (thousands left away, fractions), has words within it, or has
    /// a part of its own for such a figure.
    /// </returns>
    public static NumberFormat? Read(string code, double value)
    {
        StringBuilder before = new(), digits = new(), after = new();
        var isPercent = false;
        foreach (var piece in Pieces().Matches(code).Select(match => match.Value))
        {
            if (piece is ";" && (value > 0 || (value >= 0 && code.Count(sign => sign == ';') == 1)))
            {
                // The first part is the one for what is more than nothing; of two it is the one for nothing too.
                break;
            }

            if (piece is ";" or ['[', '<' or '>' or '=', ..] || (IsDigits(piece) && after.Length > 0))
            {
                return null;
            }

            if (IsDigits(piece))
            {
                digits.Append(piece);
                continue;
            }

            isPercent |= piece is "%";
            (digits.Length == 0 ? before : after).Append(Words(piece));
        }

        return Of(before.ToString(), digits.ToString(), after.ToString(), isPercent);
    }

    public string Write(double value)
    {
        var shown = Math.Abs(IsPercent ? value * 100 : value);
        var form = $"{(IsGrouped ? "#,##" : "")}{new string('0', Digits)}.##########";
        return $"{(value < 0 ? "-" : "")}{Before}{shown.ToString(form, Vietnamese)}{After}".Trim();
    }

    /// <summary>Whether fewer digits are shown than are stored.</summary>
    public bool Rounds(double value) => Decimals is { } shown && Rounds(IsPercent ? value * 100 : value, shown);

    /// <summary>Whether a figure has more digits behind the comma than so many; what is left of calculating in halves is none.</summary>
    public static bool Rounds(double figure, int decimals) =>
        Math.Abs(Math.Round(figure, MostDecimals) - Math.Round(figure, Math.Min(decimals, MostDecimals))) > 0;

    /// <summary>The figure alone, for what counts; a percent is none without its sign.</summary>
    public NumberFormat WithoutWords() => IsPercent ? this : this with { Before = "", After = "" };

    private static NumberFormat? Of(string before, string digits, string after, bool isPercent)
    {
        // A comma behind the last digit leaves the thousands away.
        if (digits.Length == 0 || digits.EndsWith(',') || digits.Contains(",.", StringComparison.Ordinal))
        {
            return null;
        }

        var showsAll = digits.Contains("General", StringComparison.Ordinal) || digits.Contains('@', StringComparison.Ordinal);
        var parts = digits.Split('.');
        var whole = parts[0];
        return new(
            before,
            after,
            Math.Clamp(whole.Count(sign => sign == '0'), 1, MostDigits),
            showsAll ? null : parts[1..].Sum(part => part.Length),
            whole.Contains(',', StringComparison.Ordinal),
            isPercent);
    }

    private static bool IsDigits(string piece) => piece is "General" or ['0' or '#' or '?' or '.' or ',' or '@', ..];

    private static string Words(string piece) => piece switch
    {
        ['"', .. var words, '"'] => words,
        ['\\', var sign] => sign.ToString(),
        ['_', _] => " ",
        ['*', _] => "",
        ['[', '$', .. var money, ']'] => money.Split('-')[0],
        ['[', ..] or ['E' or 'e', '+' or '-', ..] => "",
        _ => piece,
    };

    /// <summary>Quoted words, single signs, spaces, colours and currencies, digits, powers of ten; and anything else by itself.</summary>
    [GeneratedRegex(
        @"""[^""]*""|\\.|_.|\*.|\[[^\]]*\]|General|[0#?.,@]+|[Ee][+-][0#?]+|.",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pieces();
}
