using Dissemination.Tests.Local;

namespace Dissemination.Tests.Release;

/// <summary>What is deployed, published once for all who look at it, and the lists that are handed over with it.</summary>
public sealed class PublishedPackage : IAsyncLifetime
{
    /// <summary>On a machine that does much besides.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    // On the disk: it is too much to be held in memory beside all else.
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("dissemination-package-");

    /// <summary>The Functions host takes it as its app root.</summary>
    internal string Folder => Path.Combine(_folder.FullName, "published");

    /// <summary>Where the bill of materials lies, the list of licences and their texts.</summary>
    internal string Lists => Path.Combine(_folder.FullName, "lists");

    /// <summary>What the program that writes them came to.</summary>
    internal (int ExitCode, string Output) Listed { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var (exitCode, output) = await RunAsync(
            "dotnet", "publish", "functions", "--no-build", "-c", Path.GetFileName(BuiltProgram.Folder), "-o", Folder);
        Assert.True(exitCode == 0, output);
        Listed = await RunAsync(BuiltProgram.ExecutableOf("Dissemination.Release"), Folder, Lists);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        await using var run = BuiltProgram.Start(program, arguments, workingFolder: RepositoryFiles.Root);
        return (await run.WaitUntilEndAsync(Longest), run.Output);
    }
}
