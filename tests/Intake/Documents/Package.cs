using System.IO.Compression;
using System.Text;

namespace Dissemination.Tests.Intake.Documents;

/// <summary>A zip file made entry by entry, without the libraries that read it.</summary>
internal static class Package
{
    public static byte[] Of(params ReadOnlySpan<(string Name, byte[] Bytes)> entries)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return package.ToArray();
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
