using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Dissemination.Problems;

/// <summary>Bytes that were handed in as text: UTF-8, without control characters, brought to NFC and to one kind of line end.</summary>
internal static class TextFile
{
    /// <summary>The most bytes that a file may have.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static Parsed<string> Read(string file, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            return Bad(new Problem(nameof(ProblemTexts.FileTooLarge), new(file), "20"));
        }

        bytes = bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        if (!Utf8.IsValid(bytes))
        {
            return Bad(new Problem(nameof(ProblemTexts.NotUtf8), new(file, LineOfFirstInvalid(bytes))));
        }

        var text = Encoding.UTF8.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (string.IsNullOrWhiteSpace(text))
        {
            return Bad(new Problem(nameof(ProblemTexts.FileEmpty), new(file)));
        }

        var problems = ControlCharacters(file, text).ToArray();
        return problems.Length > 0 ? Bad(problems) : Parsed<string>.Of(text.Normalize());
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
