using System.Net.ServerSentEvents;

namespace Dissemination.Tests.Web;

/// <summary>How far an item is, as the page of a browser is told it: a stream that is held open until one of the two ends it.</summary>
internal sealed class FollowedWay : IAsyncDisposable
{
    private readonly HttpResponseMessage _answer;

    private FollowedWay(HttpResponseMessage answer, IAsyncEnumerator<SseItem<string>> events) => (_answer, Events) = (answer, events);

    /// <summary>Stands at the first event, which tells how far the item is now.</summary>
    public IAsyncEnumerator<SseItem<string>> Events { get; }

    public static async Task<FollowedWay> OpenAsync(HttpClient http, string item)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var answer = await http.GetAsync($"/items/{item}/way/live", HttpCompletionOption.ResponseHeadersRead, cancellation);
        var events = SseParser.Create(await answer.Content.ReadAsStreamAsync(cancellation))
            .EnumerateAsync(cancellation).GetAsyncEnumerator(cancellation);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("way", events.Current.EventType);
        Assert.Contains("data-live=\"true\"", events.Current.Data, StringComparison.Ordinal);
        return new(answer, events);
    }

    public async ValueTask DisposeAsync()
    {
        await Events.DisposeAsync();
        _answer.Dispose();
    }
}
