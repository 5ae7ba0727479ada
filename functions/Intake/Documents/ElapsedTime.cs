using System.Globalization;
using System.Text.RegularExpressions;

namespace Dissemination.Intake.Documents;

/// <summary>A time that passed, which a workbook keeps as a part of a day: 36 hours are no second of January.</summary>
internal static partial class ElapsedTime
{
    /// <summary>The code of a format for such times; null where it is one for days and the time of day.</summary>
    public static string? CodeOf(uint format, string? code)
    {
        var written = code is { Length: > 0 } ? code : format is 46 ? "[h]:mm:ss" : "mm:ss";
        return format is >= 45 and <= 47 || Total().IsMatch(written) ? written.Split(';')[0] : null;
    }

    public static string Write(double days, string code)
    {
        var seconds = (long)Math.Round(Math.Abs(days) * 86_400);
        return (days < 0 ? "-" : "") + Pieces().Replace(code, piece => Written(piece.Value, seconds)).Trim();
    }

    private static string Written(string piece, long seconds) => piece switch
    {
        ['[', ..] when !Total().IsMatch(piece) => "",
        ['[', 'h' or 'H', ..] => Padded(seconds / 3600, piece.Length - 2),
        ['[', 'm' or 'M', ..] => Padded(seconds / 60, piece.Length - 2),
        ['[', 's' or 'S', ..] => Padded(seconds, piece.Length - 2),
        ['h' or 'H', ..] => Padded(seconds / 3600 % 24, piece.Length),
        ['m' or 'M', ..] => Padded(seconds / 60 % 60, piece.Length),
        ['s' or 'S', ..] => Padded(seconds % 60, piece.Length),
        ['"', .. var words, '"'] => words,
        ['\\', var sign] => sign.ToString(),
        ['_', _] => " ",
        _ => "",
    };

    private static string Padded(long number, int digits) =>
        number.ToString(CultureInfo.InvariantCulture).PadLeft(Math.Min(digits, 10), '0');

    [GeneratedRegex(
        @"\[([Hh]+|[Mm]+|[Ss]+)\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Total();

    /// <summary>Quoted words, single signs, colours, and the letters of the parts; parts of a second are not written.</summary>
    [GeneratedRegex(
        @"""[^""]*""|\\.|_.|\*.|\[[^\]]*\]|[Hh]+|[Mm]+|[Ss]+|\.0+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pieces();
}
