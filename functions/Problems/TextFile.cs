using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Dissemination.Problems;

/// <summary>
/// Bytes that were handed in as text: UTF-8, or UTF-16 as spreadsheets write it, without control characters, brought to NFC and to one kind
/// of line end.
/// </summary>
internal static class TextFile
{
    /// <summary>The most bytes that a file may have.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private const char ByteOrderMark = '\uFEFF';

    /// <summary>How much of a file is looked at to see which bytes its letters have.</summary>
    private const int LookedAt = 512;

    public static Parsed<string> Read(string file, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            return Bad(new Problem(nameof(ProblemTexts.FileTooLarge), new(file), "20"));
        }

        if (Decode(bytes) is not { } decoded)
        {
            return Bad(new Problem(nameof(ProblemTexts.NotUtf8), new(file, LineOfFirstInvalid(bytes))));
        }

        var text = decoded.TrimStart(ByteOrderMark).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (string.IsNullOrWhiteSpace(text))
        {
            return Bad(new Problem(nameof(ProblemTexts.FileEmpty), new(file)));
        }

        var problems = ControlCharacters(file, text).ToArray();
        return problems.Length > 0 ? Bad(problems) : Parsed<string>.Of(text.Normalize());
    }

    /// <returns>Null where the bytes are no text.</returns>
    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (WideOrder(bytes) is { } bigEndian)
        {
            try
            {
                return new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                return null;
            }
        }

        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
    }

    /// <summary>
    /// Whether the bytes are UTF-16, and if so in which order: by their mark, or because every other byte of the first letters is nothing.
    /// </summary>
    private static bool? WideOrder(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return bytes[0] == 0xFE;
        }

        var (first, second, pairs) = (0, 0, Math.Min(bytes.Length, LookedAt) / 2);
        for (var pair = 0; pair < pairs; pair++)
        {
            first += bytes[2 * pair] == 0 ? 1 : 0;
            second += bytes[(2 * pair) + 1] == 0 ? 1 : 0;
        }

        return bytes.Length % 2 != 0 || pairs < 4 ? null
            : second * 2 > pairs && first == 0 ? false
            : first * 2 > pairs && second == 0 ? true
            : null;
    }

    private static Parsed<string> Bad(params Problem[] problems) => Parsed<string>.Bad(problems);

    private static int LineOfFirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        while (Rune.DecodeFromUtf8(bytes, out var rune, out var consumed) is System.Buffers.OperationStatus.Done)
        {
            line += rune.Value == '\n' ? 1 : 0;
            bytes = bytes[consumed..];
        }

        return line;
    }

    /// <summary>One problem a line: such a file was damaged, and a line is what a person can look at.</summary>
    private static IEnumerable<Problem> ControlCharacters(string file, string text)
    {
        var (line, reported) = (1, 0);
        foreach (var character in text)
        {
            if (character == '\n')
            {
                line++;
            }
            else if (reported != line && IsRefused(character))
            {
                reported = line;
                yield return new(nameof(ProblemTexts.ControlCharacter), new(file, line), $"U+{(int)character:X4}");
            }
        }
    }

    // The separators are line ends to YAML and not to an editor; the last two break normalisation.
    private static bool IsRefused(char character) =>
        (char.IsControl(character) && character != '\t')
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || character is '\uFFFE' or '\uFFFF';
}
