namespace Dissemination.Simulators.Limits;

/// <summary>
/// The times that answers to one credential named, and whether a call came before one of them had passed. Not safe for several threads at
/// once.
/// </summary>
internal sealed class NamedTimes
{
    private readonly Queue<(DateTimeOffset Heeded, DateTimeOffset Until)> _answers = new();
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    /// <param name="underWay">How long a call may have been under way that comes after the answer.</param>
    public void Answered(DateTimeOffset now, TimeSpan wait, TimeSpan underWay) => _answers.Enqueue((now + underWay, now + wait));

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
