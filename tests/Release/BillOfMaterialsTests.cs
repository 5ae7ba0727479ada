using System.Security.Cryptography;

namespace Dissemination.Tests.Release;

/// <summary>What is told of a package, held against it: the files of others, and what of others lies in the program itself.</summary>
[Collection(OnePackage.Name)]
public sealed class BillOfMaterialsTests(PublishedPackage package)
{
    private const string Carried = "infra/release/carried.csv";

    /// <summary>The host's settings, and what the Functions SDK makes of this very program.</summary>
    private static readonly string[] Generated =
    [
        "extensions.json", "functions.metadata", "host.json", "worker.config.json", ".azurefunctions/function.deps.json",
        ".azurefunctions/Microsoft.Azure.Functions.Worker.Extensions.dll",
        ".azurefunctions/Microsoft.Azure.Functions.Worker.Extensions.pdb",
    ];

    /// <summary>Where NuGet keeps its packages.</summary>
    private static readonly string NuGet = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
        ? chosen
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>By the hash of each file that npm fetched, the packages that hold it.</summary>
    private static readonly Lazy<ILookup<string, string>> NpmPackages = new(static () =>
        System.IO.Directory
            .EnumerateFiles(
                Path.Combine(RepositoryFiles.Root, "artifacts", "obj", "Dissemination", "npm"), "*", SearchOption.AllDirectories)
            .Select(file => (Path: file, Parts: file.Replace('\\', '/').Split("node_modules/")))
            .Where(file => file.Parts.Length > 1)
            .ToLookup(file => HashOf(File.ReadAllBytes(file.Path)), file => NameOf(file.Parts[^1]), StringComparer.Ordinal));

    private IReadOnlyList<ListedComponent> Components => ListedComponent.ReadAll(package.Lists);

    [Fact]
    public void Nothing_that_travels_has_no_known_licence_or_source() =>
        Assert.True(package.Listed.ExitCode == 0, package.Listed.Output);

    [Fact]
    public void Every_file_of_others_is_in_the_bill_under_the_package_that_brought_it()
    {
        var holders = Components.SelectMany(component => component.Files.Select(file => (File: file, Component: component)))
            .ToLookup(pair => pair.File, pair => pair.Component, StringComparer.Ordinal);

        var files = FilesOfOthers().ToList();
        Assert.True(files.Count > 100, "the walk goes by most of the package");
        Assert.All(files, file => Assert.Contains(holders[file], component => IsFrom(component, file)));
    }

    [Fact]
    public void All_of_others_that_lies_in_the_program_itself_is_in_the_bill_and_its_licence_travels()
    {
        var packages = Components.Where(component => component.IsOfNpm).ToDictionary(component => component.Name, StringComparer.Ordinal);
        var embedded = Embedded();
        var licences = System.IO.Directory.EnumerateFiles(Path.Combine(package.Folder, "licenses"))
            .SelectMany(file => NpmPackages.Value[HashOf(File.ReadAllBytes(file))])
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(embedded);
        Assert.Empty(embedded.Except(packages.Keys));
        Assert.Empty(embedded.Except(licences));

        // What is not there as a file of its own was built into one that is.
        var needed = embedded.SelectMany(name => packages[name].Needs).ToHashSet(StringComparer.Ordinal);
        Assert.All(packages.Values, one => Assert.True(embedded.Contains(one.Name) || needed.Contains(one.Purl), one.Purl));
    }

    [Fact]
    public void Nothing_is_in_the_bill_that_does_not_travel()
    {
        var components = Components;
        var carriers = File.ReadLines(Path.Combine(RepositoryFiles.Root, Carried)).Skip(1).Select(row => row.Split(';'))
            .ToDictionary(row => $"pkg:generic/{row[0]}@{row[1]}", row => row[3], StringComparer.Ordinal);

        Assert.All(components, component => Assert.All(
            component.Files, file => Assert.True(File.Exists(Path.Combine(package.Folder, file)), file)));
        Assert.All(components.Where(component => component.IsOfNuGet), component => Assert.NotEmpty(component.Files));

        // Of npm the test before this one asks; what is left lies inside a package that is there.
        Assert.All(
            components.Where(component => !component.IsOfNuGet && !component.IsOfNpm),
            component => Assert.Contains(components, carrier => carrier.Name == carriers[component.Purl]));
    }

    [Fact]
    public void The_list_of_licences_has_the_same_in_it_and_names_every_text_that_lies_beside_it()
    {
        var components = Components;
        var rows = File.ReadLines(Path.Combine(package.Lists, "licences.csv")).Skip(1).ToList();
        var texts = Path.Combine(package.Lists, "texts");

        Assert.Equal(components.Count, rows.Count);
        Assert.All(components, component => Assert.Contains(
            rows, row => row.StartsWith($"{component.Name},{component.Version},{component.Licence},", StringComparison.Ordinal)));
        Assert.All(
            System.IO.Directory.EnumerateFiles(texts, "*", SearchOption.AllDirectories),
            file => Assert.Contains(rows, row => row.Contains(Relative(package.Lists, file), StringComparison.Ordinal)));
    }

    private IEnumerable<string> FilesOfOthers() =>
        System.IO.Directory.EnumerateFiles(package.Folder, "*", SearchOption.AllDirectories)
            .Select(file => Relative(package.Folder, file))
            .Where(file => !IsOurs(file));

    /// <summary>The program, and the licences of what lies in it.</summary>
    private static bool IsOurs(string file) =>
        Generated.Contains(file)
        || file.StartsWith("licenses/", StringComparison.Ordinal)
        || Path.GetFileName(file).StartsWith("Dissemination", StringComparison.Ordinal);

    /// <summary>Whether the package holds this very file. Of what is no code of .NET, which is large, the length has to do.</summary>
    private bool IsFrom(ListedComponent component, string file)
    {
        var (published, folder) = (
            new FileInfo(Path.Combine(package.Folder, file)),
            new DirectoryInfo(Path.Combine(NuGet, component.Name.ToLowerInvariant(), component.Version.ToLowerInvariant())));
        return component.IsOfNuGet
            && folder.Exists
            && folder.EnumerateFiles(published.Name, SearchOption.AllDirectories).Any(one =>
                one.Length == published.Length
                && (published.Extension != ".dll"
                    || File.ReadAllBytes(one.FullName).AsSpan().SequenceEqual(File.ReadAllBytes(published.FullName))));
    }

    /// <summary>The packages of npm of which a file lies in the program: all in it that is no file of our own.</summary>
    private HashSet<string> Embedded()
    {
        var program = typeof(RoomSetup).Assembly;
        Assert.Equal(
            HashOf(File.ReadAllBytes(program.Location)), HashOf(File.ReadAllBytes(Path.Combine(package.Folder, "Dissemination.dll"))));
        var own = System.IO.Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "functions"), "*", SearchOption.AllDirectories)
            .Select(file => HashOf(File.ReadAllBytes(file)))
            .ToHashSet(StringComparer.Ordinal);
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (var name in program.GetManifestResourceNames())
        {
            using var resource = program.GetManifestResourceStream(name)!;
            var hash = Convert.ToHexStringLower(SHA256.HashData(resource));
            if (!name.EndsWith(".resources", StringComparison.Ordinal) && !own.Contains(hash))
            {
                Assert.True(NpmPackages.Value.Contains(hash), $"Nobody knows where {name} comes from.");
                found.UnionWith(NpmPackages.Value[hash]);
            }
        }

        return found;
    }

    /// <summary>The name of a package in the path of one of its files.</summary>
    private static string NameOf(string path)
    {
        var parts = path.Split('/');
        return parts[0].StartsWith('@') ? $"{parts[0]}/{parts[1]}" : parts[0];
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Relative(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');
}
