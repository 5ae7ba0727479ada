using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace Dissemination.Release;

/// <summary>The packages that NuGet has unpacked on this machine, each with what it says of itself (<c>.nuspec</c>).</summary>
internal sealed class NuGetFolder(string folder, KnownLicences licences)
{
    private static readonly string[] NoticeNames = ["license", "licence", "notice", "third", "copying"];

    public static string Purl((string Name, string Version) id) => $"pkg:nuget/{id.Name}@{id.Version}";

    /// <summary>Without files: those are the published folder's.</summary>
    public Component Component(string name, string version)
    {
        var package = Path.Combine(folder, Lower(name), Lower(version));
        var specification = Path.Combine(package, $"{Lower(name)}.nuspec");
        var metadata = File.Exists(specification)
            ? XDocument.Load(specification).Root!.Elements().First(element => element.Name.LocalName is "metadata")
            : new XElement("metadata");
        var (licence, declared) = LicenceOf(metadata, package);
        return new()
        {
            Purl = Purl((name, version)),
            Name = name,
            Version = version,
            Licence = licence,
            Declared = declared,
            Authors = Text(metadata, "authors"),
            Copyright = Text(metadata, "copyright"),
            Sha512 = HashOf(Path.Combine(package, $"{Lower(name)}.{Lower(version)}.nupkg.sha512")),
            Notices = NoticesOf(package),
        };
    }

    private (string? Licence, string? Declared) LicenceOf(XElement metadata, string package)
    {
        var licence = metadata.Elements().FirstOrDefault(element => element.Name.LocalName is "license");
        if (licence?.Attribute("type")?.Value is "expression")
        {
            return (licence.Value.Trim(), null);
        }

        var declared = licence?.Attribute("type")?.Value is "file" && Path.Combine(package, licence.Value.Replace('\\', '/')) is var file
            && File.Exists(file)
                ? $"sha256:{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}"
                : Text(metadata, "licenseUrl");
        return (licences.Of(declared), declared);
    }

    private static string? Text(XElement metadata, string name) =>
        metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static string? HashOf(string file) =>
        File.Exists(file) ? Convert.ToHexStringLower(Convert.FromBase64String(File.ReadAllText(file).Trim())) : null;

    private static ImmutableArray<string> NoticesOf(string package) => Directory.Exists(package)
        ?
        [
            .. Directory.EnumerateFiles(package)
                .Where(file => NoticeNames.Any(name => Path.GetFileName(file).StartsWith(name, StringComparison.OrdinalIgnoreCase)))
                .Order(StringComparer.Ordinal),
        ]
        : [];

    /// <summary>As NuGet names its folders.</summary>
    private static string Lower(string text) => text.ToLowerInvariant();
}
