using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dissemination.Simulators.Telegram;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.SimulatorTests;

/// <summary>The simulated Telegram with a clock that tests move, asked in plain HTTP.</summary>
internal sealed class TelegramServer : IAsyncDisposable
{
    public const string Bot = "123456:one";

    private TelegramServer(TelegramSimulator simulator, FakeTimeProvider time)
    {
        (Simulator, Time) = (simulator, time);
        Http = new() { BaseAddress = new(simulator.BaseUrl) };
    }

    public TelegramSimulator Simulator { get; }

    public FakeTimeProvider Time { get; }

    public HttpClient Http { get; }

    public static async Task<TelegramServer> StartAsync()
    {
        var time = new FakeTimeProvider(new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
        return new(await TelegramSimulator.StartAsync(time: time, cancellationToken: TestContext.Current.CancellationToken), time);
    }

    public Task<TelegramReply> TextAsync(long chat, string text, string bot = Bot) =>
        CallAsync("sendMessage", new JsonObject { ["chat_id"] = chat, ["text"] = text }, bot);

    public async Task<TelegramReply> CallAsync(string method, JsonObject parameters, string bot = Bot)
    {
        using var body = new StringContent(parameters.ToJsonString(), Encoding.UTF8, "application/json");
        return await AskAsync(method, body, bot);
    }

    /// <summary>A photo, or an album of several.</summary>
    public Task<TelegramReply> PhotosAsync(long chat, int count, string caption) => FormAsync(
        count == 1 ? "sendPhoto" : "sendMediaGroup",
        count == 1
            ? [("chat_id", $"{chat}"), ("caption", caption), ("photo", "attach://f0")]
            : [("chat_id", $"{chat}"), ("media", Media(count, caption))],
        count);

    public async Task<TelegramReply> FormAsync(string method, IEnumerable<(string Name, string Value)> fields, int files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        for (var file = 0; file < files; file++)
        {
            form.Add(new ByteArrayContent([1, 2, (byte)file]), $"f{file}", $"f{file}.png");
        }

        return await AskAsync(method, form, Bot);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Simulator.DisposeAsync();
    }

    private static string Media(int count, string caption) => new JsonArray(
        [.. Enumerable.Range(0, count)
            .Select(at => new JsonObject { ["type"] = "photo", ["media"] = $"attach://f{at}", ["caption"] = at == 0 ? caption : "" })])
            .ToJsonString();

    private async Task<TelegramReply> AskAsync(string method, HttpContent body, string bot)
    {
        using var answer = await Http.PostAsync(
            new Uri($"/bot{bot}/{method}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return new((int)answer.StatusCode, json.RootElement.Clone());
    }
}
