namespace Dissemination.Local.Sample;

/// <summary>Sorts the files of the content folder into the waves in which they can be understood.</summary>
internal static class SampleFolder
{
    /// <returns>Directory, then resolutions, then everything that refers to them.</returns>
    public static IReadOnlyList<IReadOnlyList<SampleFile>> Waves(string folder)
    {
        if (!System.IO.Directory.Exists(folder))
        {
            return [];
        }

        var files = System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(IsContent)
            .Order(StringComparer.Ordinal)
            .ToLookup(WaveOf, path => FileOf(folder, path));
        return [.. files.OrderBy(wave => wave.Key).Select(wave => wave.ToArray())];
    }

    private static bool IsContent(string path)
    {
        var parts = path.Split('/');
        return !Array.Exists(parts, part => part.StartsWith('.')) && parts[^1] is not "README.md";
    }

    private static bool IsDirectory(string path) =>
        path.Split('/') is ["directory", var file] && file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static int WaveOf(string path) => IsDirectory(path) ? 0 : path.StartsWith("resolutions/", StringComparison.Ordinal) ? 1 : 2;

    private static SampleFile FileOf(string folder, string path) => IsDirectory(path)
        ? new(Path.Combine(folder, path), "directory", path["directory/".Length..], IsBroken: false)
        : new(Path.Combine(folder, path), ContainerOf(path), path, path.StartsWith("broken/", StringComparison.Ordinal));

    /// <summary>Items come as an office's document system hands them in: what says that it is approved is.</summary>
    private static string ContainerOf(string path) => path.StartsWith("items/", StringComparison.Ordinal) ? "approved" : "content";
}
