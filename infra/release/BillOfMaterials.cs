using System.Collections.Immutable;

namespace Dissemination.Release;

/// <summary>All of others that travels in a published folder.</summary>
/// <param name="Program">The program's own name and version.</param>
/// <param name="Components">By their <see cref="Component.Purl"/>.</param>
/// <param name="Strays">Files with code that no package and no project of ours is known to have brought.</param>
internal sealed record BillOfMaterials(
    (string Name, string Version) Program, ImmutableArray<Component> Components, ImmutableArray<string> Strays)
{
    private static readonly string[] Code = [".dll", ".so", ".dylib", ".exe", ".js", ".wasm"];

    /// <summary>What has to be answered before it may travel: a sentence each.</summary>
    public IEnumerable<string> Problems =>
    [
        .. Components.Where(component => component.Licence is null).Select(component =>
            $"The licence of {component.Purl} is unknown (it says: {component.Declared ?? "nothing"}). Read it, and add a row to licences.csv."),
        .. Strays.Select(file => $"Nobody knows where {file} comes from."),
    ];

    /// <param name="published">What `dotnet publish` made.</param>
    /// <param name="functions">The folder of the program's source, for what comes from npm.</param>
    /// <param name="packages">Where NuGet keeps its packages.</param>
    public static BillOfMaterials Read(string published, string functions, string packages)
    {
        var licences = KnownLicences.Read();
        NuGetFolder nuget = new(packages, licences);
        PublishedPart[] parts =
        [
            PublishedPart.Read(published, "", "Dissemination.deps.json", nuget),
            PublishedPart.Read(published, ".azurefunctions", "function.deps.json", nuget),
        ];
        var loader = FunctionsLoader.Find(published, functions, nuget);
        ImmutableArray<Component> npm = [.. NpmLocks.Read(functions)];
        var components = parts.SelectMany(part => part.Components).Concat(loader).Concat(npm).Concat(CarriedParts.In(npm))
            .GroupBy(component => component.Purl, StringComparer.Ordinal)
            .Select(Together)
            .OrderBy(component => component.Purl, StringComparer.Ordinal)
            .ToImmutableArray();
        var known = parts.SelectMany(part => part.Own).Concat(components.SelectMany(component => component.Files))
            .ToHashSet(StringComparer.Ordinal);
        var strays = Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories)
            .Where(file => Code.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Select(file => Path.GetRelativePath(published, file).Replace('\\', '/'))
            .Where(file => !known.Contains(file))
            .Order(StringComparer.Ordinal);
        return new(parts[0].Project, components, [.. strays]);
    }

    /// <summary>The same package lies beside the program and beside the host's extensions.</summary>
    private static Component Together(IEnumerable<Component> same)
    {
        var all = same.ToList();
        return all[0] with
        {
            Files = [.. all.SelectMany(component => component.Files).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Needs = [.. all.SelectMany(component => component.Needs).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }
}
