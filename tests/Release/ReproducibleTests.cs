using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Dissemination.Tests.Local;

namespace Dissemination.Tests.Release;

/// <summary>
/// What is released comes out the same again. To build the program twice takes minutes, so the smallest project of the repository stands
/// for it, with the settings that all have; that the program is compiled by these is asked besides.
/// </summary>
public sealed class ReproducibleTests : IDisposable
{
    private const string Project = "infra/release";

    /// <summary>What every project is built by.</summary>
    private static readonly string[] Shared =
        [".editorconfig", "BannedSymbols.txt", "Directory.Build.props", "Directory.Packages.props", "global.json"];

    /// <summary>On a machine that does much besides.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly OwnFolder _folder = new();

    [Fact]
    public async Task The_same_source_gives_the_same_bytes_whatever_folder_it_is_built_in()
    {
        var first = await BuildAsync("a");
        var second = await BuildAsync(Path.Combine("another", "folder"));

        Assert.Equal(["Dissemination.Release.dll", "Dissemination.Release.pdb"], first.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task The_program_is_released_by_these_settings()
    {
        var told = await DotnetAsync(
            RepositoryFiles.Root,
            "msbuild",
            "functions/Dissemination.csproj",
            "-p:Configuration=Release",
            "-getProperty:Deterministic",
            "-getProperty:DeterministicSourcePaths",
            "-getProperty:PathMap");

        var properties = JsonNode.Parse(told[told.IndexOf('{', StringComparison.Ordinal)..])!["Properties"]!;
        Assert.Equal(("true", "true"), ((string?)properties["Deterministic"], (string?)properties["DeterministicSourcePaths"]));
        Assert.EndsWith("=/_/", (string?)properties["PathMap"], StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    /// <returns>The hash of the assembly and of what debuggers read, by name.</returns>
    private async Task<Dictionary<string, string>> BuildAsync(string name)
    {
        var copy = _folder[name];
        foreach (var file in Shared.Select(file => Path.Combine(RepositoryFiles.Root, file))
            .Concat(System.IO.Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, Project))))
        {
            var place = Path.Combine(copy, Path.GetRelativePath(RepositoryFiles.Root, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }

        // Nothing is left running behind it, and what was looked for when the repository was built is not looked for again.
        await DotnetAsync(
            copy, "build", Project, "-c", "Release", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:NuGetAudit=false",
            "-p:RunAnalyzers=false");
        return System.IO.Directory.EnumerateFiles(Path.Combine(copy, "artifacts", "bin", "Dissemination.Release", "release"))
            .Where(file => Path.GetExtension(file) is ".dll" or ".pdb")
            .ToDictionary(
                file => Path.GetFileName(file),
                file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))),
                StringComparer.Ordinal);
    }

    private static async Task<string> DotnetAsync(string folder, params string[] arguments)
    {
        await using var run = BuiltProgram.Start("dotnet", arguments, workingFolder: folder);
        Assert.True(await run.WaitUntilEndAsync(Longest) == 0, run.Output);
        return run.Output;
    }
}
