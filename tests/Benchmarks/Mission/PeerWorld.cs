using System.Globalization;
using System.Net.Http.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace Dissemination.Benchmarks.Mission;

/// <summary>A table, a queue and the simulated Telegram, for a plain program.</summary>
internal sealed class PeerWorld : IDisposable
{
    private const int Chats = 200;

    private readonly HttpClient _http;

    private PeerWorld(TableClient table, QueueClient queue, Uri telegram)
    {
        (Table, Queue) = (table, queue);
        _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = telegram };
    }

    public TableClient Table { get; }

    public QueueClient Queue { get; }

    public static async Task<PeerWorld> CreateAsync(BenchmarkStorage storage, StartedChannels channels)
    {
        PeerWorld world = new(
            new(storage.ConnectionString, "peer"), new(storage.ConnectionString, "peer"), new Uri(channels.Telegram));
        await world.Table.CreateAsync();
        await world.Queue.CreateAsync();
        return world;
    }

    public static TableEntity Row(string partition, int number, string state) =>
        new(partition, number.ToString("D8", CultureInfo.InvariantCulture)) { ["State"] = state };

    public async Task PostAsync(int number)
    {
        using var answer = await _http.PostAsJsonAsync(
            string.Create(CultureInfo.InvariantCulture, $"/bot{1000 + (number / Chats)}:sample/sendMessage"),
            new { chat_id = -1_000_000L - (number % Chats), text = string.Create(CultureInfo.InvariantCulture, $"Tin {number}") });
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
