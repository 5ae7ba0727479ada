using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>
/// A network 400 ms away that carries 30 KB in a second, and breaks off. All through one session of the browser: what several say of a
/// page’s network does not add up.
/// </summary>
internal sealed class SlowNetwork
{
    private readonly ICDPSession _session;

    private SlowNetwork(ICDPSession session) => _session = session;

    public static async Task<SlowNetwork> OfAsync(IPage page)
    {
        SlowNetwork network = new(await page.Context.NewCDPSessionAsync(page));
        await network._session.SendAsync("Network.enable");
        await network.ComeBackAsync();
        return network;
    }

    public Task BreakOffAsync() => SetAsync(isOffline: true);

    public Task ComeBackAsync() => SetAsync(isOffline: false);

    private async Task SetAsync(bool isOffline) => await _session.SendAsync(
        "Network.emulateNetworkConditions",
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["offline"] = isOffline,
            ["latency"] = 400,
            ["downloadThroughput"] = 30 * 1024,
            ["uploadThroughput"] = 30 * 1024,
        });
}
