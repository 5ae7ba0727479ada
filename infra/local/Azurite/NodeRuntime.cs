using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Dissemination.Local.Azurite;

/// <summary>Node, which Azurite runs on.</summary>
internal static class NodeRuntime
{
    /// <summary>Azurite 3.35 runs on it; older ones are out of support.</summary>
    public const int OldestMajor = 20;

    /// <exception cref="StartProblem">Node is missing or too old.</exception>
    public static async Task<string> CheckAsync(CancellationToken cancellationToken)
    {
        var version = await VersionAsync(cancellationToken);
        if (version is null)
        {
            throw new StartProblem(LocalText.Of(nameof(LocalTexts.NodeMissing), OldestMajor));
        }

        return IsNewEnough(version) ? version : throw new StartProblem(LocalText.Of(nameof(LocalTexts.NodeTooOld), version, OldestMajor));
    }

    /// <summary>Judges what <c>node --version</c> prints, such as <c>v20.20.2</c>.</summary>
    public static bool IsNewEnough(string version) =>
        int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && major >= OldestMajor;

    private static async Task<string?> VersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var node = Process.Start(
                new ProcessStartInfo("node", "--version")
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                })!;
            var version = await node.StandardOutput.ReadToEndAsync(cancellationToken);
            await node.WaitForExitAsync(cancellationToken);
            return node.ExitCode == 0 ? version.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
