using System.Collections.Concurrent;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Dissemination.Tests.Browser.BrowserFixture))]

namespace Dissemination.Tests.Browser;

/// <summary>One browser for all tests, started by the first that asks for a page. It reaches this machine and nothing else.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // A microphone that hears a voice without anybody speaking, and asks nobody.
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ];

    /// <summary>
    /// In milliseconds: how long a page may take to come to what is waited for. It tells what hangs; how quick a page is tells what else
    /// the machine does.
    /// </summary>
    private static readonly float Longest = (float)LongWaits.Longest.TotalMilliseconds;

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>By collection: the test that runs in it, and what it opened.</summary>
    private readonly ConcurrentDictionary<string, (string Test, List<IBrowserContext> Contexts)> _open = new(StringComparer.Ordinal);

    /// <summary>A page of its own context, Vietnamese unless told otherwise. It is closed when the next test of the collection opens one.</summary>
    public async Task<IPage> NewPageAsync(BrowserNewContextOptions? options = null)
    {
        var (_, browser) = await _started.Value;
        options ??= new();
        options.Locale ??= "vi-VN";
        options.TimezoneId ??= "Asia/Ho_Chi_Minh";
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Longest);
        (await OfThisTestAsync()).Add(context);
        return await context.NewPageAsync();
    }

    // Tests of a collection run one after the other, and a page that stays open goes on asking and drawing.
    private async Task<List<IBrowserContext>> OfThisTestAsync()
    {
        var (collection, test) = (TestContext.Current.TestCollection!.UniqueID, TestContext.Current.Test?.UniqueID ?? "");
        if (_open.TryGetValue(collection, out var open) && open.Test == test)
        {
            return open.Contexts;
        }

        List<IBrowserContext> own = [];
        _open[collection] = (test, own);
        foreach (var context in open.Contexts ?? [])
        {
            await context.DisposeAsync();
        }

        return own;
    }

    public async ValueTask DisposeAsync()
    {
        if (_started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            var (playwright, browser) = await _started.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var path = await Chromium.PathAsync(TestContext.Current.CancellationToken);
        var voice = Path.Combine(Path.GetTempPath(), $"dissemination-voice-{Environment.ProcessId}.wav");
        await FakeVoice.WriteAsync(voice, TestContext.Current.CancellationToken);
        Assertions.SetDefaultExpectTimeout(Longest);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Headless = true,
            Args = [.. Arguments, $"--use-file-for-fake-audio-capture={voice}"],
            Env = Chromium.EnvironmentFor(path),
        });
        return (playwright, browser);
    }
}
