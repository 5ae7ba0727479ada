namespace Dissemination.Simulators.Facebook;

/// <summary>What the simulator remembers of one token: how often it was used, and until when it was told to wait.</summary>
internal sealed class FacebookCredential
{
    private readonly Lock _lock = new();
    private int _calls;
    private DateTimeOffset _toldAt;
    private DateTimeOffset _until;

    /// <summary>Counts a call.</summary>
    /// <returns>Its number, whether it has to be told again to wait, and whether its caller knew that.</returns>
    /// <param name="underWay">What was sent before the answer that named a time could be read did not ask too soon.</param>
    public (int Number, bool HasToWait, bool TooSoon) Use(DateTimeOffset now, TimeSpan underWay)
    {
        lock (_lock)
        {
            _calls++;
            return (_calls, now < _until, now < _until && now - _toldAt > underWay);
        }
    }

    public void Wait(DateTimeOffset now, TimeSpan time)
    {
        lock (_lock)
        {
            if (now + time > _until && now >= _until)
            {
                (_toldAt, _until) = (now, now + time);
            }
        }
    }
}
