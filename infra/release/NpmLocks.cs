using System.Text.Json;

namespace Dissemination.Release;

/// <summary>
/// What comes from npm into the program itself (NpmPackages.targets): all that the lock files beside its sources hold and is not a tool of
/// the build.
/// </summary>
internal static class NpmLocks
{
    private const string Folder = "node_modules/";

    public static IEnumerable<Component> Read(string functions) =>
        from file in Directory.EnumerateFiles(functions, "package-lock.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where !Path.GetRelativePath(functions, file).Contains("node_modules", StringComparison.Ordinal)
        from component in ReadLock(file)
        select component;

    private static IEnumerable<Component> ReadLock(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var packages = document.RootElement.GetProperty("packages").EnumerateObject()
            .Where(package => package.Name.StartsWith(Folder, StringComparison.Ordinal) && !package.Value.TryGetProperty("dev", out _))
            .ToDictionary(package => NameOf(package.Name), package => package.Value.Clone(), StringComparer.Ordinal);
        return packages.Select(package => new Component
        {
            Purl = Purl(package.Key, package.Value),
            Name = package.Key,
            Version = Text(package.Value, "version")!,
            Licence = Text(package.Value, "license"),
            Sha512 = Text(package.Value, "integrity") is { } hash && hash.StartsWith("sha512-", StringComparison.Ordinal)
                ? Convert.ToHexStringLower(Convert.FromBase64String(hash["sha512-".Length..]))
                : null,
            Needs = package.Value.TryGetProperty("dependencies", out var needs)
                ? [.. needs.EnumerateObject().Where(need => packages.ContainsKey(need.Name)).Select(need => Purl(need.Name, packages[need.Name]))]
                : [],
        });
    }

    private static string NameOf(string path) => path[(path.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..];

    private static string Purl(string name, JsonElement package) =>
        $"pkg:npm/{name.Replace("@", "%40", StringComparison.Ordinal)}@{Text(package, "version")}";

    private static string? Text(JsonElement package, string name) =>
        package.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
