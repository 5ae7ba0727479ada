using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Dissemination.Storage;

/// <summary>
/// Spreads what would be one long partition, or one sender's work, over parts by name: the same name is always in the same part. How many
/// parts there are is not changed once something is stored.
/// </summary>
internal static class Spread
{
    /// <returns>From 0 on, less than <paramref name="parts"/>.</returns>
    public static int Of(string name, int parts) =>
        (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) % (uint)parts);
}
