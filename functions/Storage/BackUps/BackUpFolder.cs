namespace Dissemination.Storage.BackUps;

/// <summary>Back-ups in a folder of this machine.</summary>
internal sealed class BackUpFolder(string path) : IBackUpPlace
{
    private const string Unfinished = ".part";

    public Task<bool> HasAsync(string name, CancellationToken cancellationToken) => Task.FromResult(File.Exists(PathOf(name)));

    public async Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken) =>
        File.Exists(PathOf(name)) ? await File.ReadAllBytesAsync(PathOf(name), cancellationToken) : null;

    public async Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var file = PathOf(name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file + Unfinished, content, cancellationToken);
        File.Move(file + Unfinished, file, overwrite: true);
    }

    public Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellationToken)
    {
        DirectoryInfo directory = new(PathOf(folder));
        IReadOnlyList<string> names = directory.Exists
            ?
            [
                .. directory.EnumerateFiles().Select(file => file.Name)
                    .Where(name => !name.EndsWith(Unfinished, StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)
                    .Select(name => $"{folder}/{name}"),
            ]
            : [];
        return Task.FromResult(names);
    }

    private string PathOf(string name) => Path.Combine(path, name.Replace('/', Path.DirectorySeparatorChar));
}
