namespace Dissemination.Benchmarks;

/// <summary>The time on the clock, what the processes worked, and the most memory that they had in bytes.</summary>
internal sealed record Took(TimeSpan Clock, TimeSpan Worker, TimeSpan Host, TimeSpan Storage, long WorkerPeak, long HostPeak)
{
    public static Took operator -(Took one, Took other) =>
        one with
        {
            Clock = one.Clock - other.Clock,
            Worker = one.Worker - other.Worker,
            Host = one.Host - other.Host,
            Storage = one.Storage - other.Storage,
        };
}
