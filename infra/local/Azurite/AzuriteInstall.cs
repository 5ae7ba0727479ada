using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Dissemination.Local.Azurite;

/// <summary>Puts Azurite into the tools folder where it is not there yet, whole or not at all.</summary>
internal static class AzuriteInstall
{
    /// <summary>3.37 asks for Node 22; this one runs on 20.</summary>
    public const string Version = "3.35.0";

    /// <returns>The script that Node runs.</returns>
    /// <exception cref="StartProblem">npm is missing or failed.</exception>
    public static async Task<string> EnsureAsync(
        string toolsFolder, LocalConsole console, TimeProvider time, CancellationToken cancellationToken)
    {
        var target = Path.Combine(toolsFolder, "azurite");
        if (Installed(target) is { } there)
        {
            return there;
        }

        System.IO.Directory.CreateDirectory(toolsFolder);
        await using var turn = await TakeTurnAsync(Path.Combine(toolsFolder, "azurite.lock"), time, cancellationToken);
        if (Installed(target) is { } meanwhile)
        {
            return meanwhile;
        }

        console.Say(LocalText.Of(nameof(LocalTexts.AzuriteInstalling), Version));
        var part = target + ".part"; // left by an install that was interrupted
        Delete(part);
        System.IO.Directory.CreateDirectory(part);
        await File.WriteAllTextAsync(Path.Combine(part, "package.json"), """{ "private": true }""", cancellationToken);
        await InstallAsync(part, cancellationToken);
        Delete(target);
        System.IO.Directory.Move(part, target);
        return Installed(target) ?? throw new StartProblem(LocalText.Of(nameof(LocalTexts.NpmFailed), Version));
    }

    private static string? Installed(string folder)
    {
        var package = Path.Combine(folder, "node_modules", "azurite");
        var script = Path.Combine(package, "dist", "src", "azurite.js");
        if (!File.Exists(Path.Combine(package, "package.json")) || !File.Exists(script))
        {
            return null;
        }

        using var description = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "package.json")));
        return description.RootElement.TryGetProperty("version", out var version) && version.ValueEquals(Version) ? script : null;
    }

    /// <summary>The system frees the file when a process ends, however it ends.</summary>
    private static async Task<FileStream> TakeTurnAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken);
            }
        }
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["install", "azurite@" + Version, "--no-audit", "--no-fund", "--omit=dev", "--loglevel=error"])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var npm = Process.Start(start)!;
            LastLines lines = new(12);
            await Task.WhenAll(
                lines.ReadAsync(npm.StandardOutput, cancellationToken), lines.ReadAsync(npm.StandardError, cancellationToken));
            await npm.WaitForExitAsync(cancellationToken);
            if (npm.ExitCode != 0)
            {
                throw new StartProblem(LocalText.Of(nameof(LocalTexts.NpmFailed), Version), lines.ToArray());
            }
        }
        catch (Win32Exception)
        {
            throw new StartProblem(LocalText.Of(nameof(LocalTexts.NpmMissing)));
        }
    }

    private static void Delete(string folder)
    {
        if (System.IO.Directory.Exists(folder))
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }
}
