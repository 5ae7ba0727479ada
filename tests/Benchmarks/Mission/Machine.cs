using System.Runtime.InteropServices;

namespace Dissemination.Benchmarks.Mission;

/// <summary>What was measured on: figures of two machines are not to be compared, only their ratios.</summary>
internal sealed record Machine(int Cores, long MemoryMegabytes, string System, string Runtime)
{
    public static Machine This { get; } = new(
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1048576,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription);
}
