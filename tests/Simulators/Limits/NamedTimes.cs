namespace Dissemination.Simulators.Limits;

/// <summary>The times that answers to one credential named, and whether a call came before one of them had passed. Not safe for several threads at once.</summary>
internal sealed class NamedTimes
{
    /// <summary>A call that arrives this soon after the answer was under way before its sender could have read it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private readonly Queue<(DateTimeOffset Heeded, DateTimeOffset Until)> _answers = new();
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    public void Answered(DateTimeOffset now, TimeSpan wait) => _answers.Enqueue((now + Grace, now + wait));

    public bool IsTooSoon(DateTimeOffset now)
    {
        while (_answers.TryPeek(out var answer) && answer.Heeded <= now)
        {
            _answers.Dequeue();
            _until = answer.Until > _until ? answer.Until : _until;
        }

        return now < _until;
    }
}
