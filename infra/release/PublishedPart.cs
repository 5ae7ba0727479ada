using System.Collections.Immutable;
using System.Text.Json;

namespace Dissemination.Release;

/// <summary>A folder with a list of what runs in it (<c>.deps.json</c>): the program's own, and that of the host's extensions.</summary>
/// <param name="Project">Whose list it is.</param>
/// <param name="Components">The packages of which a file is there: what the host brings itself is on the list and does not travel.</param>
/// <param name="Own">Files of projects, which come from no package.</param>
internal sealed record PublishedPart(
    (string Name, string Version) Project, ImmutableArray<Component> Components, ImmutableArray<string> Own)
{
    public static PublishedPart Read(string published, string folder, string list, NuGetFolder nuget)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(published, folder, list)));
        var target = document.RootElement.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
        var assets = document.RootElement.GetProperty("targets").GetProperty(target);
        var libraries = document.RootElement.GetProperty("libraries").EnumerateObject()
            .Select(library => (
                Key: library.Name,
                IsPackage: library.Value.GetProperty("type").ValueEquals("package"),
                Files: assets.TryGetProperty(library.Name, out var of) ? FilesOf(of, published, folder) : []))
            .ToList();
        var travelling = libraries.Where(library => library.IsPackage && !library.Files.IsEmpty)
            .Select(library => library.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(
            Split(libraries.First(library => !library.IsPackage).Key),
            [
                .. from library in libraries
                   where travelling.Contains(library.Key)
                   let id = Split(library.Key)
                   select nuget.Component(id.Name, id.Version) with
                   {
                       Files = library.Files,
                       Needs = [.. NeedsOf(assets.GetProperty(library.Key)).Where(travelling.Contains).Select(Split).Select(NuGetFolder.Purl)],
                   },
            ],
            [.. libraries.Where(library => !library.IsPackage).SelectMany(library => library.Files)]);
    }

    private static ImmutableArray<string> FilesOf(JsonElement assets, string published, string folder) =>
    [
        .. from kind in (string[])["runtime", "native", "resources", "runtimeTargets"]
           where assets.TryGetProperty(kind, out _)
           from asset in assets.GetProperty(kind).EnumerateObject()
           let name = Path.GetFileName(asset.Name)
           let place = kind switch
           {
               "runtimeTargets" => asset.Name,
               "resources" => $"{asset.Value.GetProperty("locale").GetString()}/{name}",
               _ => name,
           }
           let file = folder.Length == 0 ? place : $"{folder}/{place}"
           where File.Exists(Path.Combine(published, file))
           select file,
    ];

    private static IEnumerable<string> NeedsOf(JsonElement assets) =>
        assets.TryGetProperty("dependencies", out var needs)
            ? needs.EnumerateObject().Select(need => $"{need.Name}/{need.Value.GetString()}")
            : [];

    private static (string Name, string Version) Split(string key) => (key[..key.IndexOf('/')], key[(key.IndexOf('/') + 1)..]);
}
