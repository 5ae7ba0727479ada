namespace Dissemination.Simulators;

/// <summary>Counts calls, and tells those who wait for it when there were so many.</summary>
internal sealed class CallCount
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TaskCompletionSource, int> _waiting = new();
    private int _calls;

    public int Value => Volatile.Read(ref _calls);

    public void Add()
    {
        lock (_lock)
        {
            _calls++;
            while (_waiting.TryPeek(out var reached, out var calls) && calls <= _calls)
            {
                _waiting.Dequeue();
                reached.SetResult();
            }
        }
    }

    public Task UntilAsync(int calls)
    {
        lock (_lock)
        {
            if (calls <= _calls)
            {
                return Task.CompletedTask;
            }

            TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(reached, calls);
            return reached.Task;
        }
    }
}
