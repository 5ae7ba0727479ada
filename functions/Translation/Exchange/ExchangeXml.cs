using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using System.Xml;
using System.Xml.Linq;
using Dissemination.Problems;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// Reads XML that another tool wrote. UTF-8 or UTF-16, whatever a tool claims must be true. A DOCTYPE, which TMX files often have, is
/// skipped: nothing it names is fetched and no entity of it exists, so that none can grow.
/// </summary>
internal static partial class ExchangeXml
{
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);

    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <param name="file">The file as the person knows it.</param>
    public static Parsed<XDocument> Load(string file, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > ExchangeLimits.MostBytes)
        {
            return Bad(nameof(ProblemTexts.FileTooLarge), new(file), ExchangeLimits.Megabytes.ToString(CultureInfo.InvariantCulture));
        }

        if (bytes.IsEmpty)
        {
            return Bad(nameof(ProblemTexts.FileEmpty), new(file));
        }

        var (text, problem) = Decode(file, bytes);
        if (text is null)
        {
            return Parsed<XDocument>.Bad([problem!]);
        }

        try
        {
            return Measure(file, text) is { } tooMuch ? Parsed<XDocument>.Bad([tooMuch]) : Parsed<XDocument>.Of(Read(text));
        }
        catch (XmlException broken)
        {
            return Bad(
                nameof(ProblemTexts.XmlBroken),
                new(file, Math.Max(broken.LineNumber, 1)),
                broken.LinePosition.ToString(CultureInfo.InvariantCulture),
                broken.Message);
        }
    }

    /// <summary>Where an element or attribute begins.</summary>
    public static Place PlaceOf(this XObject part, string file, string? field = null) =>
        new(file, part is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : null, field);

    private static XDocument Read(string text)
    {
        using var reader = Open(text);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
    }

    /// <summary>What is too much, before a tree is built of it.</summary>
    private static Problem? Measure(string file, string text)
    {
        using var reader = Open(text);
        var elements = 0;
        while (reader.Read())
        {
            var line = ((IXmlLineInfo)reader).LineNumber;
            if (reader.Depth > ExchangeLimits.MostDepth)
            {
                return new(
                    nameof(ProblemTexts.XmlTooDeep), new(file, line), ExchangeLimits.MostDepth.ToString(CultureInfo.InvariantCulture));
            }

            if (reader.NodeType is XmlNodeType.Element && ++elements > ExchangeLimits.MostElements)
            {
                return new(
                    nameof(ProblemTexts.XmlTooMany), new(file, line), ExchangeLimits.MostElements.ToString(CultureInfo.InvariantCulture));
            }
        }

        return null;
    }

    private static XmlReader Open(string text) => XmlReader.Create(new StringReader(text), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 1,
        MaxCharactersInDocument = ExchangeLimits.MostBytes,
        CloseInput = true,
    });

    private static (string? Text, Problem? Problem) Decode(string file, ReadOnlySpan<byte> bytes)
    {
        var wide = bytes switch
        {
            [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => LittleEndian,
            [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => BigEndian,
            _ => null,
        };
        string text;
        try
        {
            // A file of UTF-8 with bytes that are not goes through TextFile's eyes, which find the line.
            if (wide is null && !Utf8.IsValid(bytes))
            {
                return (null, TextFile.Read(file, bytes).Problems[0]);
            }

            text = (wide ?? Encoding.UTF8).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return (null, new(nameof(ProblemTexts.XmlEncoding), new(file, 1), "UTF-16"));
        }

        var declared = Declared.Match(text[..Math.Min(text.Length, 256)]).Groups["name"].Value;
        var isTrue = declared.ToUpperInvariant() switch
        {
            "" => true,
            "UTF-8" or "UTF8" => wide is null,
            "US-ASCII" or "ASCII" => wide is null && Ascii.IsValid(bytes),
            "UTF-16" or "UTF-16LE" or "UTF-16BE" => wide is not null,
            _ => false,
        };
        return isTrue ? (text, null) : (null, new(nameof(ProblemTexts.XmlEncoding), new(file, 1), declared));
    }

    private static Parsed<XDocument> Bad(string code, Place place, params string[] arguments) =>
        Parsed<XDocument>.Bad([new(code, place, [.. arguments])]);

    [GeneratedRegex(
        """\A<\?xml[^>]*\sencoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Declared { get; }
}
