using System.Collections;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Xunit.Sdk;

namespace Dissemination.Tests.Browser;

/// <summary>
/// A real Chromium: the one that <c>CHROMIUM_PATH</c> names, else the machine's, else a headless one out of an npm package,
/// unpacked once into <c>.local/tools/chromium</c> with the libraries and the font that it needs. No root, no system package.
/// </summary>
internal static class Chromium
{
    private const string Package = "@sparticuz/chromium";
    private const string Version = "153.0.0";
    private const string Sha512 = "jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==";
    private const string OfTheMachine = "/usr/bin/chromium";

    public static async Task<string> PathAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named)
        {
            return named;
        }

        if (File.Exists(OfTheMachine))
        {
            return OfTheMachine;
        }

        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            throw SkipException.ForSkip($"{Package} carries a browser for Linux on x64 only; name another in CHROMIUM_PATH.");
        }

        var folder = Path.Combine(RepositoryFiles.Root, ".local", "tools", "chromium", Version);
        if (!System.IO.Directory.Exists(folder))
        {
            await InstallAsync(folder, cancellationToken);
        }

        return Path.Combine(folder, "chromium");
    }

    /// <summary>The environment to start the browser in: its own libraries and font, where it brought them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> EnvironmentFor(string path)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(static entry => (string)entry.Key, static entry => (string)entry.Value!, StringComparer.Ordinal);
        var folder = Path.GetDirectoryName(path)!;
        if (File.Exists(FontsOf(folder)))
        {
            environment["LD_LIBRARY_PATH"] = Path.Combine(folder, "lib");
            environment["FONTCONFIG_FILE"] = FontsOf(folder);
        }

        return environment;
    }

    [SupportedOSPlatform("linux")]
    private static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        // Unpacked aside and moved into place, so that a run that was broken off leaves no half browser behind.
        var partial = System.IO.Directory.CreateDirectory($"{folder}.{Environment.ProcessId}").FullName;
        var archive = await DownloadAsync(partial, cancellationToken);
        await UnpackAsync(archive, partial, cancellationToken);
        File.Delete(archive);
        await File.WriteAllTextAsync(FontsOf(partial), FontConfiguration(folder), cancellationToken);
        System.IO.Directory.Move(partial, folder);
    }

    private static async Task<string> DownloadAsync(string folder, CancellationToken cancellationToken)
    {
        string[] arguments = ["pack", $"{Package}@{Version}", "--ignore-scripts", "--silent", "--pack-destination", folder];
        var npm = await ChildProcess.RunAsync("npm", arguments, environment: null, cancellationToken);
        Assert.True(npm.ExitCode == 0, $"npm could not fetch {Package}: {npm.Errors}");
        var archive = Path.Combine(folder, npm.Output.Trim());
        await using var content = File.OpenRead(archive);
        Assert.Equal(Sha512, Convert.ToBase64String(await SHA512.HashDataAsync(content, cancellationToken)));
        return archive;
    }

    [SupportedOSPlatform("linux")]
    private static async Task UnpackAsync(string archive, string folder, CancellationToken cancellationToken)
    {
        await using var gzip = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        await using var package = new TarReader(gzip);
        while (await package.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            if (entry is not { DataStream: { } data } || !entry.Name.EndsWith(".br", StringComparison.Ordinal))
            {
                continue;
            }

            await using var brotli = new BrotliStream(data, CompressionMode.Decompress);
            if (entry.Name.EndsWith(".tar.br", StringComparison.Ordinal))
            {
                await TarFile.ExtractToDirectoryAsync(brotli, folder, overwriteFiles: true, cancellationToken);
            }
            else
            {
                var browser = Path.Combine(folder, Path.GetFileNameWithoutExtension(entry.Name));
                await using (var file = File.Create(browser))
                {
                    await brotli.CopyToAsync(file, bufferSize: 1 << 20, cancellationToken);
                }

                File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
    }

    private static string FontsOf(string folder) => Path.Combine(folder, "fonts.conf");

    // Only the font that came along: pages look the same on every machine, whatever is installed there.
    private static string FontConfiguration(string folder) => $"""
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <dir>{folder}/fonts</dir>
          <cachedir>{folder}/fonts-cache</cachedir>
        </fontconfig>
        """;
}
