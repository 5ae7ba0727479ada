using System.Buffers.Binary;

namespace Dissemination.Intake;

/// <summary>What the decoder does not tell of a picture's bytes.</summary>
internal static class PictureBytes
{
    private const int PngSignatureLength = 8;

    /// <summary>Length and name before a chunk's data, its check sum behind.</summary>
    private const int PngChunkFrame = 12;

    /// <summary>A photograph as iPhones keep it, which no channel takes.</summary>
    public static bool IsHeif(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8)
        && (bytes[8..12].SequenceEqual("heic"u8) || bytes[8..12].SequenceEqual("heix"u8) || bytes[8..12].SequenceEqual("mif1"u8)
        || bytes[8..12].SequenceEqual("avif"u8));

    /// <summary>
    /// Whether a PNG announces several frames (<c>acTL</c>) before its first picture, of which the decoder would show that alone.
    /// </summary>
    public static bool IsAnimatedPng(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']))
        {
            return false;
        }

        for (long at = PngSignatureLength; at + PngChunkFrame <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            if (chunk[4..8].SequenceEqual("acTL"u8))
            {
                return true;
            }

            if (chunk[4..8].SequenceEqual("IDAT"u8))
            {
                return false;
            }

            at += PngChunkFrame + BinaryPrimitives.ReadUInt32BigEndian(chunk);
        }

        return false;
    }
}
