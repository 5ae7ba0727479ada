using System.Diagnostics;
using System.Globalization;

namespace Dissemination.Tests.Local;

/// <summary>Finds processes that another one started, in <c>/proc</c>.</summary>
internal static class ChildProcesses
{
    /// <summary>SIGINT's bit in a mask of signals.</summary>
    private const long Interrupt = 0b10;

    /// <param name="argument">What their command line holds.</param>
    public static IReadOnlyList<Process> Of(int parent, string argument)
    {
        List<Process> found = [];
        foreach (var folder in System.IO.Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && IsChild(folder, parent, argument))
            {
                try
                {
                    found.Add(Process.GetProcessById(id));
                }
                catch (ArgumentException)
                {
                    // it has ended meanwhile
                }
            }
        }

        return found;
    }

    /// <summary>Whether this process ignores SIGINT, which every process that it starts inherits.</summary>
    public static bool InheritNoInterrupt() =>
        OperatingSystem.IsLinux()
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
        && (Convert.ToInt64(ignored["SigIgn:".Length..].Trim(), 16) & Interrupt) != 0;

    private static bool IsChild(string folder, int parent, string argument)
    {
        try
        {
            return File.ReadAllText(folder + "/stat").Split(") ")[^1].Split(' ')[1] == parent.ToString(CultureInfo.InvariantCulture)
                && File.ReadAllText(folder + "/cmdline").Contains(argument, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
