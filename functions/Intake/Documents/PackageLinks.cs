using System.IO.Compression;
using System.Xml.Linq;

namespace Dissemination.Intake.Documents;

/// <summary>
/// Drops the links of a package that are no addresses (<c>mailto:one@</c>): the library would refuse the whole file for one. A link stays a
/// link by its id, and leads nowhere.
/// </summary>
internal static class PackageLinks
{
    private const string Nowhere = "about:blank";

    /// <summary>The package to read, and how many links were dropped.</summary>
    public static (MemoryStream Package, int Dropped) Mend(ReadOnlyMemory<byte> bytes)
    {
        var package = new MemoryStream();
        package.Write(bytes.Span);
        package.Position = 0;
        var dropped = 0;
        using (var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var name in zip.Entries.Select(entry => entry.FullName).Where(IsRelations).ToList())
            {
                dropped += Mend(zip, name);
            }
        }

        package.Position = 0;
        return (package, dropped);
    }

    private static bool IsRelations(string name) => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static int Mend(ZipArchive zip, string name)
    {
        XDocument relations;
        using (var content = zip.GetEntry(name)!.Open())
        {
            relations = XDocument.Load(content);
        }

        List<XElement> broken =
        [
            .. relations.Root!.Elements().Where(
                relation => (string?)relation.Attribute("Target") is { } target && target != Nowhere && !IsAddress(target)),
        ];
        if (broken.Count == 0)
        {
            return 0;
        }

        broken.ForEach(relation => relation.SetAttributeValue("Target", Nowhere));
        zip.GetEntry(name)!.Delete();
        using var mended = zip.CreateEntry(name).Open();
        relations.Save(mended);
        return broken.Count;
    }

    private static bool IsAddress(string target) =>
        Uri.TryCreate(target, UriKind.RelativeOrAbsolute, out var uri)
        && (!uri.IsAbsoluteUri || uri.Scheme != Uri.UriSchemeMailto || uri.AbsoluteUri.Split('@') is not [.., "" or ['?', ..]]);
}
