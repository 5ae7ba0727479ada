namespace Dissemination.Simulators.Limits;

/// <summary>At most so many calls within any span of time, however it is laid. Not safe for several threads at once.</summary>
/// <param name="most">0 for no limit.</param>
internal sealed class SlidingWindow(int most, TimeSpan span)
{
    private readonly Queue<DateTimeOffset> _taken = new(most);

    /// <summary>How long until a call has room; zero where it has room now.</summary>
    public TimeSpan Wait(DateTimeOffset now) =>
        most > 0 && _taken.Count >= most && _taken.Peek() + span - now is { Ticks: > 0 } wait ? wait : TimeSpan.Zero;

    /// <summary>Counts a call that has room.</summary>
    public void Take(DateTimeOffset now)
    {
        if (most > 0)
        {
            if (_taken.Count >= most)
            {
                _taken.Dequeue();
            }

            _taken.Enqueue(now);
        }
    }
}
