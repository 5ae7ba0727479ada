using System.IO.Compression;
using System.Text;
using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>Tells by its bytes what a file is, whatever its name says; and of one that cannot be read, what to do about it.</summary>
internal static class DocumentSniffer
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static (DocumentKind? Kind, Problem? Problem) Find(DroppedDocument file)
    {
        var bytes = file.Bytes.Span;
        return bytes.IsEmpty ? Refused(file, nameof(ProblemTexts.FileEmpty))
            : bytes.StartsWith(Ole) ? Refused(file, OfOle(bytes))
            : bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8) ? OfZip(file)
            : IsPicture(bytes) ? (DocumentKind.Picture, null)
            : Foreign(bytes) is { } code ? Refused(file, code)
            : OfText(file);
    }

    /// <summary>Names of streams stand in such a file as UTF-16.</summary>
    private static string OfOle(ReadOnlySpan<byte> bytes) =>
        Has(bytes, "EncryptedPackage") ? nameof(ProblemTexts.DocumentHasPassword)
        : Has(bytes, "WordDocument") ? nameof(ProblemTexts.DocumentOldWord)
        : Has(bytes, "Workbook") || Has(bytes, "Book") ? nameof(ProblemTexts.DocumentOldExcel)
        : nameof(ProblemTexts.DocumentOldOffice);

    private static bool Has(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;

    private static (DocumentKind? Kind, Problem? Problem) OfZip(DroppedDocument file)
    {
        if (ZipDirectory.HasPassword(file.Bytes.Span))
        {
            return Refused(file, nameof(ProblemTexts.DocumentHasPassword));
        }

        try
        {
            using var zip = PackageCheck.Open(file.Bytes);
            var names = zip.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return OfEntries(file, names, zip);
        }
        catch (InvalidDataException)
        {
            return Refused(file, nameof(ProblemTexts.DocumentBroken));
        }
    }

    private static (DocumentKind? Kind, Problem? Problem) OfEntries(DroppedDocument file, HashSet<string> names, ZipArchive zip)
    {
        if (names.Contains("mimetype") && names.Contains("content.xml"))
        {
            return Refused(file, nameof(ProblemTexts.DocumentOpenDocument));
        }

        if (!names.Contains("[Content_Types].xml"))
        {
            return zip.Entries.Count == 0 ? Refused(file, nameof(ProblemTexts.ArchiveEmpty)) : (DocumentKind.Archive, null);
        }

        if (names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return Refused(file, nameof(ProblemTexts.DocumentMacros));
        }

        return In(names, "word/") ? (DocumentKind.Word, null)
            : In(names, "xl/") ? (DocumentKind.Workbook, null)
            : In(names, "ppt/") ? Refused(file, nameof(ProblemTexts.DocumentSlides))
            : Refused(file, nameof(ProblemTexts.DocumentBroken));
    }

    private static bool In(HashSet<string> names, string folder) =>
        names.Any(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']) || bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF])
        || bytes.StartsWith("GIF8"u8) || (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8))
        || PictureBytes.IsHeif(bytes);

    private static string? Foreign(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0 ? nameof(ProblemTexts.DocumentPdf)
        : bytes.StartsWith("{\\rtf"u8) ? nameof(ProblemTexts.DocumentRtf)
        : bytes.StartsWith("Rar!"u8) || bytes.StartsWith<byte>([(byte)'7', (byte)'z', 0xBC, 0xAF]) || bytes.StartsWith<byte>([0x1F, 0x8B])
            ? nameof(ProblemTexts.DocumentOtherArchive)
        : IsOtherPicture(bytes) ? nameof(ProblemTexts.DocumentPictureKind)
        : IsHtml(bytes) ? nameof(ProblemTexts.DocumentHtml)
        : null;

    /// <summary>
    /// TIFF, Photoshop, Windows metafiles and bitmaps. Words begin with the letters of a bitmap too ("BMTV") and hold those of a metafile:
    /// what stands around them has to be as well.
    /// </summary>
    private static bool IsOtherPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) || bytes.StartsWith("8BPS"u8)
        || bytes.StartsWith<byte>([0xD7, 0xCD, 0xC6, 0x9A])
        || (bytes.Length > 14 && bytes.StartsWith("BM"u8) && bytes[6..10].IndexOfAnyExcept((byte)0) < 0)
        || (bytes.Length > 44 && bytes.StartsWith<byte>([1, 0, 0, 0]) && bytes[40..44].SequenceEqual(" EMF"u8));

    private static bool IsHtml(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]).TrimStart('\u00EF', '\u00BB', '\u00BF').TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static (DocumentKind? Kind, Problem? Problem) OfText(DroppedDocument file) => HandedInFile.Extension(file.Name) switch
    {
        ".csv" or ".tsv" or ".tab" => (DocumentKind.Csv, null),
        ".md" or ".markdown" => (DocumentKind.Markdown, null),
        ".txt" or ".text" or "" => (DocumentKind.Text, null),
        var extension when extension is ".docx" or ".doc" or ".xlsx" or ".xls" or ".pdf" or ".png" or ".jpg" or ".jpeg" or ".zip" =>
            Refused(file, nameof(ProblemTexts.DocumentRenamed), extension),
        var extension => Refused(file, nameof(ProblemTexts.DocumentKindUnknown), extension),
    };

    private static (DocumentKind? Kind, Problem? Problem) Refused(
        DroppedDocument file, string code, params ReadOnlySpan<string> arguments) =>
        (null, new(code, new(file.Name), [.. arguments]));
}
