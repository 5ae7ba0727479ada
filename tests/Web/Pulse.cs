namespace Dissemination.Tests.Web;

/// <summary>
/// The time that a program has had, counted in answers that wait for nothing: somebody asks for the style, fifty milliseconds after each
/// answer. Where the machine is busy they come late, as all else does, so they tell who waits for something from who waits for a turn.
/// </summary>
internal sealed class Pulse : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The pause and the answer, on a machine that does nothing else.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(52);

    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _http;
    private readonly Task _beating;
    private int _beats;

    public Pulse(Uri site)
    {
        _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = site };
        _beating = BeatAsync();
    }

    public int Beats => Volatile.Read(ref _beats);

    /// <summary>How many beats a machine that does nothing else has in some time.</summary>
    public static int In(TimeSpan time) => (int)(time / Beat);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _beating;
        _http.Dispose();
        _end.Dispose();
    }

    private async Task BeatAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause, _end.Token);
                using var answer = await _http.GetAsync("/style.css", _end.Token);
                Interlocked.Increment(ref _beats);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // It has ended.
        }
    }
}
