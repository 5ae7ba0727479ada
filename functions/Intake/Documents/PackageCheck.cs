using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>
/// Looks at a package of Word, Excel or zip before any library does: how much it really inflates to, whatever it says of itself, and that
/// its XML is sound, not too deep, of no more parts and letters than a library can hold, and without a DTD, which could name files or swell
/// without end. Nothing is kept of what is inflated.
/// </summary>
internal static class PackageCheck
{
    /// <summary>So much a zip inflates to at most, and all zips that are dropped together.</summary>
    public const long MostBytes = 200L * 1024 * 1024;

    private const int MostEntries = 5_000;
    private const long MostXmlBytes = 48L * 1024 * 1024;

    /// <summary>A sheet of equal cells shrinks to a hundredth; nothing that a person made shrinks to less.</summary>
    private const int MostRatio = 400;

    private const int MostDepth = 200;

    /// <summary>
    /// Elements and attributes of all XML together: a library makes an object of each before anything is read, of a hundred bytes and more.
    /// Of Excel's cells each is five: 10,000 rows with 12 cells are as many as are read.
    /// </summary>
    private const int MostParts = 600_000;

    /// <summary>Letters of all words together. What is dropped becomes a record of half a million at most.</summary>
    private const int MostLetters = 2_000_000;

    /// <summary>White space that sets elements apart, and is no words, is no longer.</summary>
    private const int MostIndent = 1_000;

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostXmlBytes,
    };

    /// <exception cref="InvalidDataException">It is no zip.</exception>
    public static ZipArchive Open(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return new(new BinaryData(bytes).ToStream(), ZipArchiveMode.Read);
        }
        catch (Exception e) when (e is ArgumentException or IOException)
        {
            // A made-up end of a zip names places beyond the file: the library seeks there.
            throw new InvalidDataException(e.Message, e);
        }
    }

    /// <returns>Why it is not read; null where it may be.</returns>
    public static Problem? Check(DroppedDocument file)
    {
        var place = new Place(file.Name);
        try
        {
            using var zip = Open(file.Bytes);
            return zip.Entries.Count > MostEntries
                || !Inflates(zip, _ => true, Math.Min(MostBytes, Math.Max(1, (long)file.Bytes.Length) * MostRatio))
                || !Inflates(zip, entry => IsXml(entry.FullName), MostXmlBytes)
                    ? new(nameof(ProblemTexts.DocumentBomb), place)
                    : zip.Entries.FirstOrDefault(
                        entry => entry.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)) is not { } types ? null
                    : CheckXml(zip, place) ?? (HidesXml(types) ? new(nameof(ProblemTexts.DocumentBroken), place) : null);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or ArgumentException)
        {
            return new(nameof(ProblemTexts.DocumentBroken), place);
        }
    }

    private static bool Inflates(ZipArchive zip, Func<ZipArchiveEntry, bool> counted, long most)
    {
        var left = most;
        var buffer = new byte[81_920];
        foreach (var entry in zip.Entries.Where(counted))
        {
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                left -= read;
                if (left < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static Problem? CheckXml(ZipArchive zip, Place place)
    {
        var (parts, letters) = (0L, 0L);
        foreach (var entry in zip.Entries.Where(entry => IsXml(entry.FullName)))
        {
            using var content = entry.Open();
            if (HasDtd(content))
            {
                return new(nameof(ProblemTexts.DocumentEntities), place);
            }

            using var again = entry.Open();
            using var xml = XmlReader.Create(again, Reading);
            while (xml.Read())
            {
                if (xml.Depth > MostDepth)
                {
                    return new(nameof(ProblemTexts.DocumentBroken), place);
                }

                (parts, letters) = (parts + PartsOf(xml), letters + LettersOf(xml));
                if (parts > MostParts || letters > MostLetters)
                {
                    return new(nameof(ProblemTexts.DocumentBomb), place);
                }
            }
        }

        return null;
    }

    private static int PartsOf(XmlReader xml) =>
        xml.NodeType is XmlNodeType.EndElement or XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace
            ? 0
            : 1 + xml.AttributeCount;

    private static int LettersOf(XmlReader xml) =>
        xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
            || (xml.NodeType is XmlNodeType.Whitespace && xml.Value.Length > MostIndent)
                ? xml.Value.Length
                : 0;

    /// <summary>Parts that are XML and are not named so would be read without having been looked at.</summary>
    private static bool HidesXml(ZipArchiveEntry types)
    {
        using var content = types.Open();
        return XDocument.Load(content).Root!.Elements().Any(type =>
            (string?)type.Attribute("ContentType") is { } kind
            && kind.EndsWith("+xml", StringComparison.OrdinalIgnoreCase)
            && !kind.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            && !IsXml((string?)type.Attribute("PartName") ?? $".{(string?)type.Attribute("Extension")}"));
    }

    /// <summary>A DTD stands before the first element.</summary>
    private static bool HasDtd(Stream content)
    {
        using var text = new StreamReader(content);
        var start = new char[4096];
        var length = text.ReadBlock(start);
        return start.AsSpan(0, length).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
