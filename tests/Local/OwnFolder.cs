using System.Security.Cryptography;

using Dissemination.Local;
using Dissemination.Local.Azurite;

namespace Dissemination.Tests.Local;

/// <summary>A folder of its own for a test that needs a whole machine to itself.</summary>
internal sealed class OwnFolder : IDisposable
{
    public OwnFolder() => System.IO.Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(
        AzuriteFixture.TemporaryRoot, "dissemination-test-" + RandomNumberGenerator.GetHexString(12, lowercase: true));

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file and, outside Windows, lets it be run.</summary>
    public string Write(string name, string text)
    {
        var file = this[name];
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }

    /// <summary>The tools that the other tests installed, seen from this data folder.</summary>
    public void LinkTools() => System.IO.Directory.CreateSymbolicLink(this["tools"], AzuriteFixture.ToolsFolder);

    public LocalSettings Settings() =>
        new() { Port = 0, BlobPort = 0, QueuePort = 0, TablePort = 0, DataFolder = Path, ContentFolder = this["content"] };

    public async Task<AzuriteProcess> StartAzuriteAsync() => await AzuriteProcess.StartAsync(
        await AzuriteInstall.EnsureAsync(
            AzuriteFixture.ToolsFolder, new(TextWriter.Null, TextWriter.Null), TimeProvider.System, CancellationToken.None),
        Settings() with { SavesStorage = false }, TimeProvider.System, CancellationToken.None);

    public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
}
