using System.Buffers.Binary;

namespace Dissemination.Intake.Documents;

/// <summary>What a zip file says of its entries that the library does not tell.</summary>
internal static class ZipDirectory
{
    private const int HeaderLength = 46;

    /// <summary>Whether an entry is locked with a password.</summary>
    public static bool HasPassword(ReadOnlySpan<byte> zip)
    {
        var end = zip.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + 20 > zip.Length)
        {
            return false;
        }

        for (long at = BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]); at + HeaderLength <= zip.Length;)
        {
            var header = zip[(int)at..];
            if (!header.StartsWith("PK\u0001\u0002"u8))
            {
                return false;
            }

            if ((BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) & 1) != 0)
            {
                return true;
            }

            at += HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(header[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }

        return false;
    }
}
