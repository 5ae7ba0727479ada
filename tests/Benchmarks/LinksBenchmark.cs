using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Simulators.Telegram;
using Dissemination.Storage;
using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks;

/// <summary>
/// Readers who open short links at once, through the host to the worker: how many a second, how long one waits, what it costs in storage,
/// and whether each was counted once the program ended in order.
/// </summary>
internal static class LinksBenchmark
{
    private const int Readers = 50;

    /// <summary>What a person reads with: programs are not counted.</summary>
    private const string Phone =
        "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";

    private static readonly WorldPlan Plan = new() { Bots = 10, ChatsPerBot = 10 };

    /// <param name="opens">How many links are opened altogether.</param>
    public static async Task<int> RunAsync(int opens)
    {
        await using var storage = await BenchmarkStorage.StartAsync("links");
        await using var telegram = await TelegramSimulator.StartAsync();
        await storage.DropAsync(Plan);
        var (waits, took) = await OpenAsync(storage, telegram, opens);
        Tell(waits, took, await CountedAsync(storage.Store));
        return 0;
    }

    private static void Tell(double[] waits, (TimeSpan Clock, long Transactions) took, long counted)
    {
        Array.Sort(waits);
        Console.WriteLine("| opens | readers | a second | median (ms) | 99 % (ms) | slowest (ms) | storage transactions an open | counted |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {waits.Length} | {Readers} | {waits.Length / took.Clock.TotalSeconds:F0} | {waits[waits.Length / 2]:F1} | {waits[waits.Length * 99 / 100]:F1} | {waits[^1]:F1} | {took.Transactions / (double)waits.Length:F4} | {counted} |"));
    }

    private static async Task<(double[] Waits, (TimeSpan Clock, long Transactions) Took)> OpenAsync(
        BenchmarkStorage storage, TelegramSimulator telegram, int opens)
    {
        var port = FreePort();
        string[] arguments =
        [
            string.Create(CultureInfo.InvariantCulture, $"--Local:Port={port}"), "--Local:Sample=false",
            $"--Local:DataFolder={storage.Folder}", $"--Local:Storage={storage.ConnectionString}",
            "--ReportSchedule=0 0 0 1 1 *", "--ReachSchedule=0 0 0 1 1 *",
            $"--Channels:Telegram:BaseUrl={telegram.BaseUrl}",
            "--Channels:Telegram:PerSecond=0", "--Channels:Telegram:PerChatMinute=0", "--Channels:Telegram:ChatInterval=0",
            .. Plan.BotNames.Select((bot, number) => $"--Credentials:{bot}={1000 + number}:sample"),
        ];
        using var host = StartedHost.Start(Environment.ProcessPath!, arguments);
        using var worker = await host.WorkerAsync();
        await Task.WhenAny(telegram.UntilCalledAsync(Plan.Deliveries), host.Ended);
        using HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = new(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/")),
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd(Phone);
        string[] links = [.. Addresses()];
        await ReadAsync(http, links, Readers * 4); // The first of a link asks storage, and a program has to warm up.
        var begun = Stopwatch.GetTimestamp();
        var waits = await ReadAsync(http, links, opens);
        var clock = Stopwatch.GetElapsedTime(begun);
        var counts = await host.StopAsync();
        return (waits, (clock, counts.Of(StorageUse.Program)));
    }

    private static async Task<double[]> ReadAsync(HttpClient http, string[] links, int opens)
    {
        var waits = new double[opens];
        await Parallel.ForAsync(0, opens, new ParallelOptions { MaxDegreeOfParallelism = Readers }, async (number, cancellationToken) =>
        {
            var from = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri(links[number % links.Length], UriKind.Relative), cancellationToken);
            waits[number] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            if (answer.StatusCode != HttpStatusCode.Redirect)
            {
                throw new InvalidOperationException($"A link was answered with {answer.StatusCode}.");
            }
        });
        return waits;
    }

    private static IEnumerable<string> Addresses() =>
        Plan.BotNames.SelectMany(bot => Enumerable.Range(0, Plan.ChatsPerBot).Select(chat => string.Create(
            CultureInfo.InvariantCulture, $"{WorldPlan.ItemId(0)}.1.vi.{bot.Replace('_', '-')}.noi-{chat:D6}")))
            .Select(delivery => $"s/{LinkCode.Of(DeliveryId.Parse(delivery, null))}");

    private static async Task<long> CountedAsync(Store store) =>
        await store.Links
            .PartitionAsync(
                Keys.LinkOpensOf(LinkCode.OfVersion(new(new(WorldPlan.ItemId(0)), 1, Directory.LanguageTag.Vietnamese))),
                DeliveriesJson.Default.LinkOpens,
                CancellationToken.None)
            .Select(row => row.Value.Opens)
            .SumAsync();

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
