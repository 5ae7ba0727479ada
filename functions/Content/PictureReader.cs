using System.Buffers.Binary;
using Dissemination.Problems;

namespace Dissemination.Content;

/// <summary>What a picture's own bytes say of it.</summary>
internal sealed record PictureFacts(string ContentType, int Width, int Height);

/// <summary>A PNG or JPEG that channels take: its signature and its size, read from its header.</summary>
internal static class PictureReader
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Parsed<PictureFacts> Read(string file, ReadOnlySpan<byte> bytes)
    {
        var problems = new List<Problem>();
        var place = new Place(file);
        if (bytes.Length > Limits.PictureBytes)
        {
            problems.Add(new(nameof(ProblemTexts.FileTooLarge), place, "10"));
        }

        if (bytes.IsEmpty)
        {
            problems.Add(new(nameof(ProblemTexts.FileEmpty), place));
        }
        else if (Facts(bytes) is { Width: > 0, Height: > 0 } facts)
        {
            Check(facts, place, problems);
            return problems.Count > 0 ? Parsed<PictureFacts>.Bad(problems) : Parsed<PictureFacts>.Of(facts);
        }
        else
        {
            problems.Add(new(nameof(ProblemTexts.PictureBroken), place));
        }

        return Parsed<PictureFacts>.Bad(problems);
    }

    private static void Check(PictureFacts facts, Place place, List<Problem> problems)
    {
        var named = HandedInFile.Extension(place.File) is ".png" ? "image/png" : "image/jpeg";
        if (named != facts.ContentType)
        {
            problems.Add(new(nameof(ProblemTexts.PictureExtension), place, facts.ContentType));
        }

        var (shorter, longer) = (Math.Min(facts.Width, facts.Height), Math.Max(facts.Width, facts.Height));
        if ((long)shorter + longer > Limits.PictureSides || longer > (long)shorter * Limits.PictureRatio)
        {
            problems.Add(new(nameof(ProblemTexts.PictureSize), place, $"{facts.Width} × {facts.Height}"));
        }
    }

    private static PictureFacts? Facts(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(PngSignature))
        {
            // The first chunk is the header: length, name, width, height.
            return bytes.Length >= 24 && bytes[12..16].SequenceEqual("IHDR"u8)
                ? new("image/png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
                : null;
        }

        return bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? Jpeg(bytes) : null;
    }

    /// <summary>Goes from segment to segment to the one that begins the frame and so holds its size.</summary>
    private static PictureFacts? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }
}
