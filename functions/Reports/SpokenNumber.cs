using System.Globalization;

namespace Dissemination.Reports;

/// <summary>Numbers as they are spoken in Vietnamese, for what is read aloud: 44 is <c>bốn mươi tư</c>.</summary>
internal static class SpokenNumber
{
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    private static readonly (long Size, string Name)[] Groups = [(1_000_000_000, "tỷ"), (1_000_000, "triệu"), (1_000, "nghìn")];

    /// <exception cref="ArgumentOutOfRangeException">It is less than nothing.</exception>
    public static string Of(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return number < 10 ? Digits[number] : string.Join(' ', Words(number, isFirst: true));
    }

    /// <param name="isFirst">Whether nothing is said before it: else its hundreds are said although there are none.</param>
    private static IEnumerable<string> Words(long number, bool isFirst)
    {
        foreach (var (size, name) in Groups)
        {
            if (number >= size)
            {
                return [.. Words(number / size, isFirst), name, .. number % size == 0 ? [] : Words(number % size, isFirst: false)];
            }
        }

        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        return
        [
            .. hundreds > 0 || !isFirst ? [Digits[hundreds], "trăm"] : Array.Empty<string>(),
            .. tens switch
            {
                0 when ones == 0 => Array.Empty<string>(),
                0 when hundreds > 0 || !isFirst => ["linh"],
                0 => [],
                1 => ["mười"],
                _ => [Digits[tens], "mươi"],
            },
            .. ones switch
            {
                0 => Array.Empty<string>(),
                1 when tens > 1 => ["mốt"],
                4 when tens > 1 => ["tư"],
                5 when tens > 0 => ["lăm"],
                _ => [Digits[ones]],
            },
        ];
    }

    /// <summary>A month as it is spoken, for example <c>tháng mười một năm hai nghìn không trăm hai mươi sáu</c>.</summary>
    public static string Of(DateOnly month) =>
        string.Create(CultureInfo.InvariantCulture, $"tháng {(month.Month == 4 ? "tư" : Of(month.Month))} năm {Of(month.Year)}");
}
