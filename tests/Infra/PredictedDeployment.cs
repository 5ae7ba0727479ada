using System.Text.Json.Nodes;

namespace Dissemination.Tests.Infra;

/// <summary>What Azure would be asked for, as the compiler predicts it without asking Azure.</summary>
internal sealed class PredictedDeployment(JsonArray resources)
{
    public static async Task<PredictedDeployment> WithAsync(string parameters)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("dissemination-infra-");
        try
        {
            CopyInto(folder.FullName);
            var file = Path.Combine(folder.FullName, "test.bicepparam");
            await File.WriteAllTextAsync(
                file, $"using 'main.bicep'\nparam name = 'dissem'\n{parameters}", TestContext.Current.CancellationToken);
            var run = await BicepCompiler.RunAsync(
                "snapshot", file, "--subscription-id", Guid.Empty.ToString(), "--resource-group", "test", "--location", "southeastasia");
            Assert.Equal((0, ""), (run.ExitCode, run.Errors));
            var snapshot = await File.ReadAllTextAsync(Path.ChangeExtension(file, ".snapshot.json"), TestContext.Current.CancellationToken);
            return new(JsonNode.Parse(snapshot)!["predictedResources"]!.AsArray());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public override string ToString() => resources.ToJsonString();

    public IReadOnlyList<JsonNode> All(string type) =>
        [.. resources.OfType<JsonNode>().Where(resource => string.Equals((string?)resource["type"], type, StringComparison.Ordinal))];

    public JsonNode The(string type) => Assert.Single(All(type));

    /// <summary>The last parts of the names of all resources of a type.</summary>
    public IEnumerable<string> Names(string type) => All(type).Select(static resource => ((string)resource["name"]!).Split('/')[^1]);

    public IReadOnlyDictionary<string, string> Settings() =>
        The("Microsoft.Web/sites")["properties"]!["siteConfig"]!["appSettings"]!.AsArray()
            .ToDictionary(
                static setting => (string)setting!["name"]!, static setting => (string)setting!["value"]!, StringComparer.Ordinal);

    private static void CopyInto(string folder)
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(BicepCompiler.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(BicepCompiler.Folder, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
