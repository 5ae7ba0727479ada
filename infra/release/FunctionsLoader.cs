using System.Text.Json;

namespace Dissemination.Release;

/// <summary>The one file that the Functions SDK, a tool of the build, puts beside the host's extensions; no list of them names it.</summary>
internal static class FunctionsLoader
{
    private const string Sdk = "Microsoft.Azure.Functions.Worker.Sdk";
    private const string Place = ".azurefunctions/Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader.dll";

    public static IEnumerable<Component> Find(string published, string functions, NuGetFolder nuget)
    {
        if (!File.Exists(Path.Combine(published, Place)))
        {
            return [];
        }

        using var locked = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(functions, "packages.lock.json")));
        var version = locked.RootElement.GetProperty("dependencies").EnumerateObject()
            .Select(framework => framework.Value.GetProperty(Sdk).GetProperty("resolved").GetString()!)
            .First();
        return [nuget.Component(Sdk, version) with { Files = [Place] }];
    }
}
