using System.Text.Json.Nodes;

namespace Dissemination.Tests.Release;

/// <summary>Something of others, as the bill of materials tells it that was written.</summary>
/// <param name="Licence">As the list of licences has it; null where the bill has none.</param>
/// <param name="Files">Its files in the published folder.</param>
/// <param name="Needs">The addresses of what it needs.</param>
internal sealed record ListedComponent(
    string Purl, string Name, string Version, string? Licence, IReadOnlyList<string> Files, IReadOnlyList<string> Needs)
{
    public bool IsOfNuGet => Purl.StartsWith("pkg:nuget/", StringComparison.Ordinal);

    public bool IsOfNpm => Purl.StartsWith("pkg:npm/", StringComparison.Ordinal);

    /// <param name="lists">The folder that the bill was written to.</param>
    public static IReadOnlyList<ListedComponent> ReadAll(string lists)
    {
        var bill = JsonNode.Parse(File.ReadAllText(Path.Combine(lists, "sbom.cdx.json")))!;
        var needs = bill["dependencies"]!.AsArray().ToDictionary(
            one => TextOf(one, "ref"),
            one => one!["dependsOn"]!.AsArray().Select(need => (string)need!).ToList(),
            StringComparer.Ordinal);
        return
        [
            .. bill["components"]!.AsArray().Select(component => new ListedComponent(
                TextOf(component, "purl"),
                TextOf(component, "name"),
                TextOf(component, "version"),
                LicenceOf(component!["licenses"]?[0]),
                FilesOf(component["properties"]),
                needs[TextOf(component, "purl")])),
        ];
    }

    private static string TextOf(JsonNode? node, string name) => (string)node![name]!;

    private static string? LicenceOf(JsonNode? licence) =>
        licence is null ? null
        : (string?)licence["expression"] ?? (string?)licence["license"]!["id"] ?? $"LicenseRef-{TextOf(licence["license"], "name")}";

    private static string[] FilesOf(JsonNode? properties) =>
        properties is null
            ? []
            :
            [
                .. properties.AsArray()
                    .Where(property => TextOf(property, "name") == "dissemination:file")
                    .Select(property => TextOf(property, "value")),
            ];
}
