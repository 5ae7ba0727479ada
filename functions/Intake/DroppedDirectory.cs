using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>The files of the directory as they lie in its container.</summary>
internal sealed record DroppedDirectory(ImmutableSortedDictionary<string, FoundBlob> Files)
{
    public IEnumerable<string> Missing => DirectoryFiles.All.Where(file => !Files.ContainsKey(file));

    /// <summary>The versions of the files.</summary>
    public string Sources => string.Join(' ', DirectoryFiles.All.Select(file => Files.GetValueOrDefault(file)?.ETag));

    /// <summary>What they say together. They must all be there.</summary>
    public Parsed<DirectorySnapshot> Read() =>
        DirectoryReader.Read(
            Files[DirectoryFiles.Communes].Content.Span,
            Files[DirectoryFiles.Destinations].Content.Span,
            Files[DirectoryFiles.People].Content.Span);

    /// <summary>The hand-in of a file as it lies there.</summary>
    public HandInId HandInOf(string file) => HandInId.Of(Containers.Directory, file, Files[file].LastModified, Files[file].ETag);

    /// <summary>Three transactions.</summary>
    public static async Task<DroppedDirectory> ReadAsync(Store store, CancellationToken cancellationToken)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, FoundBlob>(StringComparer.Ordinal);
        foreach (var file in DirectoryFiles.All)
        {
            if (await store.Container(Containers.Directory).GetBlobClient(file).FindAsync(cancellationToken) is { } found)
            {
                files.Add(file, found);
            }
        }

        return new(files.ToImmutable());
    }
}
