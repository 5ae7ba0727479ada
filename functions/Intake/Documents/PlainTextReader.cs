using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>Words without form: a text file, or what somebody pasted. A pure function.</summary>
internal static class PlainTextReader
{
    private const int TitleCharacters = 150;

    public static Parsed<ReadDocument> Read(DroppedDocument file)
    {
        var text = TextFile.Read(file.Name, file.Bytes.Span);
        return text.IsValid ? Parsed<ReadDocument>.Of(Of(text.Value)) : Parsed<ReadDocument>.Bad(text.Problems);
    }

    /// <summary>A short first line that ends without a full stop is the title.</summary>
    private static ReadDocument Of(string text)
    {
        var words = text.Trim();
        var end = words.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? "" : words[..end].Trim();
        var isTitle = first.Length is > 0 and <= TitleCharacters && !first.EndsWith('.') && first[0] is not ('-' or '*');
        var (title, body) = isTitle ? (first.TrimStart('#').Trim(), words[end..].Trim('\n')) : (null, words);
        var isOld = LegacyText.Find(text).Any();
        return new(title, Summary: null, body, [], [])
        {
            Legacy = isOld
                ? new(title is null ? null : LegacyText.ToUnicode(title), null, LegacyText.ToUnicode(body), DocumentText.Key(title, body))
                : null,
        };
    }
}
