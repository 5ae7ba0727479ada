using System.Reflection;
using System.Runtime.InteropServices;

namespace Dissemination.Tests.Infra;

/// <summary>The Bicep compiler that came as a package, kept from the network.</summary>
internal static class BicepCompiler
{
    public static string Folder { get; } = Path.Combine(RepositoryFiles.Root, "infra", "azure");

    public static bool Runs { get; } = OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    public static Task<ChildProcess> RunAsync(params string[] arguments)
    {
        Assert.SkipUnless(Runs, "The package Azure.Bicep.CommandLine.linux-x64 holds a compiler for Linux on x64 only.");
        var unpacked = System.IO.Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "bicep"));
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
            // The compiler unpacks a library of its own before it starts, by default into a home that may not be there.
            ["DOTNET_BUNDLE_EXTRACT_BASE_DIR"] = unpacked.FullName,
        };
        return ChildProcess.RunAsync(Program, arguments, environment, TestContext.Current.CancellationToken);
    }

    private static string Program { get; } = typeof(BicepCompiler).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static data => string.Equals(data.Key, "BicepPath", StringComparison.Ordinal)).Value!.Replace('\\', '/');
}
