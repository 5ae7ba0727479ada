using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dissemination.Tests;

/// <summary>
/// What work costs the processor. Waiting costs nothing, and what other tests and programs do meanwhile is none of it, so it is the same
/// on a machine that is busy.
/// </summary>
internal static class ProcessorTime
{
    /// <summary>Linux's <c>CLOCK_THREAD_CPUTIME_ID</c>: what the thread that asks has had of the processor.</summary>
    private const int OwnClock = 3;

    private static readonly AsyncLocal<StrongBox<long>?> Work = new(TakeOver);

    /// <summary>What the thread had cost when it took up the work that it does now, in nanoseconds.</summary>
    [ThreadStatic]
    private static long _since;

    /// <summary>What work costs that is done on this thread from its beginning to its end.</summary>
    public static TimeSpan Of(Action work)
    {
        var before = OfThread();
        work();
        return Span(OfThread() - before);
    }

    /// <summary>What work costs on all threads that it goes on on, with what it starts.</summary>
    public static async Task<TimeSpan> OfAsync(Func<Task> work)
    {
        var cost = new StrongBox<long>();
        Work.Value = cost;
        await work();
        Work.Value = null;
        return Span(Volatile.Read(ref cost.Value));
    }

    /// <summary>A thread goes on with other work, or with none: what it did until now was for the work before.</summary>
    private static void TakeOver(AsyncLocalValueChangedArgs<StrongBox<long>?> change)
    {
        var now = OfThread();
        if (change.PreviousValue is { } before)
        {
            Interlocked.Add(ref before.Value, now - _since);
        }

        _since = now;
    }

    /// <summary>In nanoseconds. Where the system is not asked what a thread costs, the time that passes stands for it.</summary>
    private static long OfThread() => OperatingSystem.IsLinux() && GetTime(OwnClock, out var time) == 0
        ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
        : (long)Stopwatch.GetElapsedTime(0).TotalNanoseconds;

    private static TimeSpan Span(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Timespec(long Seconds, long Nanoseconds);
}
