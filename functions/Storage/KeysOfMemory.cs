using System.Globalization;

namespace Dissemination.Storage;

/// <summary>The keys of <see cref="TableNames.Memory"/>.</summary>
internal static class KeysOfMemory
{
    /// <summary>
    /// What the keys of <see cref="TableNames.Memory"/> begin with that tell what was remembered and forgotten, oldest first; a partition
    /// is a language.
    /// </summary>
    public const string MemoryLog = "log.";

    /// <summary>What a version added to the memory.</summary>
    /// <param name="part">A long text has several rows.</param>
    public static string MemoryLogRow(DateTimeOffset at, string version, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{MemoryLogFrom(at)}.{version}.{part:D3}");

    /// <summary>First of all rows since then.</summary>
    public static string MemoryLogFrom(DateTimeOffset at) => $"{MemoryLog}{Keys.Ticks(at)}";

    /// <summary>The time in such a key.</summary>
    public static DateTimeOffset MemoryLogTime(string rowKey) =>
        new(long.Parse(rowKey.AsSpan(MemoryLog.Length, 19), CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>Which rows of the memory are a version's.</summary>
    public static string MemoryManifest(string version) => $"{MemoryManifests}{version}";

    public const string MemoryManifests = "version.";

    /// <summary>Which rows of the memory are a file's.</summary>
    public static string MemoryFile(string file) => $"{MemoryFiles}{file}";

    public const string MemoryFiles = "file.";
}
