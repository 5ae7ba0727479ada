using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Dissemination.Simulators.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dissemination.Simulators.Telegram;

/// <summary>A server on the loopback interface that speaks the Bot API as <c>facts/channels.md</c> tells it, remembers what was posted and fails when asked to.</summary>
public sealed class TelegramSimulator : ISimulator
{
    private const int TextLimit = 4096;
    private const int CaptionLimit = 1024;
    private const int PhotoLimit = 10 * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<TelegramPost> _posts = new();
    private readonly ConcurrentQueue<TelegramFault> _next = new();
    private readonly ConcurrentDictionary<long, TelegramFault> _chats = new();
    private int _calls;

    private TelegramSimulator(WebApplication app) => _app = app;

    public string BaseUrl => _app.Urls.Single();

    /// <summary>What was really posted, in order.</summary>
    public IReadOnlyList<TelegramPost> Posts => [.. _posts];

    /// <summary>How often it was called, whatever came of it.</summary>
    public int Calls => _calls;

    public IReadOnlyList<PostedPost> Posted => [.. Posts.Select(post => new PostedPost(
        post.Token,
        post.Chat.ToString(CultureInfo.InvariantCulture),
        post.Message.ToString(CultureInfo.InvariantCulture),
        post.Text,
        post.Photo is null ? 0 : 1,
        DateTimeOffset.UnixEpoch))];

    public int Throttled => 0;

    public int AskedTooSoon => 0;

    public FaultPlan Faults { get; set; } = FaultPlan.None;

    /// <summary>What <c>getChatMemberCount</c> answers.</summary>
    public int Members { get; set; } = 128;

    /// <param name="port">0 for any that is free.</param>
    public static async Task<TelegramSimulator> StartAsync(int port = 0, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, port));
        var app = builder.Build();
        var simulator = new TelegramSimulator(app);
        app.MapPost("/bot{token}/{method}", simulator.HandleAsync);
        app.MapControl(simulator);
        await app.StartAsync(cancellation);
        return simulator;
    }

    /// <summary>Fails the next calls, whichever chat they are for.</summary>
    public void FailNext(TelegramFault fault, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            _next.Enqueue(fault);
        }
    }

    /// <summary>Fails every call for a chat, until <see cref="Heal"/>.</summary>
    public void FailChat(long chat, TelegramFault fault) => _chats[chat] = fault;

    public void Heal(long chat) => _chats.TryRemove(chat, out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context, string token, string method)
    {
        var number = Interlocked.Increment(ref _calls);
        var call = await TelegramCall.ReadAsync(context.Request);
        var fault = _next.TryDequeue(out var next) ? next : _chats.GetValueOrDefault(call.Chat);
        switch (fault)
        {
            case TelegramFault.Answer answer:
                await AnswerAsync(context, Refusal(answer), answer.Code);
                break;
            case TelegramFault.Garbage garbage:
                Accept(garbage.Accept);
                context.Response.StatusCode = garbage.Status;
                await context.Response.WriteAsync(garbage.Body);
                break;
            case TelegramFault.Silence silence:
                Accept(silence.Accept);
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case TelegramFault.Cut cut:
                Accept(cut.Accept);
                context.Abort();
                break;
            default:
                var (status, body) = Execute(token, method, call, number);
                await AnswerAsync(context, body, status);
                break;
        }

        void Accept(bool accept)
        {
            if (accept)
            {
                Execute(token, method, call, number);
            }
        }
    }

    private (int Status, JsonNode Body) Execute(string token, string method, TelegramCall call, int number) => method switch
    {
        "sendMessage" => Message(token, call, number),
        "sendPhoto" => Photo(token, call, number),
        "getChatMemberCount" => Done(JsonValue.Create(Members)),
        _ => Refused(new(404, "Not Found")),
    };

    private (int Status, JsonNode Body) Message(string token, TelegramCall call, int number)
    {
        var text = call.Field("text");
        return text.Length == 0 ? Refused(new(400, "Bad Request: message text is empty"))
            : text.Length > TextLimit ? Refused(new(400, "Bad Request: message is too long"))
            : Post(new(token, call.Chat, number, text, call.Entities("entities"), null, !call.Field("link_preview_options").Contains("true", StringComparison.Ordinal)));
    }

    private (int Status, JsonNode Body) Photo(string token, TelegramCall call, int number)
    {
        var caption = call.Field("caption");
        return call.File("photo") is not { Length: > 0 and <= PhotoLimit } photo ? Refused(new(400, "Bad Request: there is no photo in the request"))
            : caption.Length > CaptionLimit ? Refused(new(400, "Bad Request: message caption is too long"))
            : Post(new(token, call.Chat, number, caption, call.Entities("caption_entities"), photo, LinkPreview: false));
    }

    private (int Status, JsonNode Body) Post(TelegramPost post)
    {
        if (post.Entities.Any(entity => entity.Offset < 0 || entity.Length <= 0 || entity.Offset + entity.Length > post.Text.Length))
        {
            return Refused(new(400, "Bad Request: entity is out of bounds"));
        }

        _posts.Enqueue(post);
        return Done(new JsonObject
        {
            ["message_id"] = post.Message,
            ["date"] = 1_795_000_000,
            ["chat"] = new JsonObject { ["id"] = post.Chat, ["type"] = "channel", ["title"] = "simulated" },
            ["text"] = post.Text,
        });
    }

    private static (int Status, JsonNode Body) Done(JsonNode result) => (200, new JsonObject { ["ok"] = true, ["result"] = result });

    private static (int Status, JsonNode Body) Refused(TelegramFault.Answer answer) => (answer.Code, Refusal(answer));

    private static JsonObject Refusal(TelegramFault.Answer answer)
    {
        var body = new JsonObject { ["ok"] = false, ["error_code"] = answer.Code, ["description"] = answer.Description };
        if (answer.RetryAfter is { } seconds)
        {
            body["parameters"] = new JsonObject { ["retry_after"] = seconds };
        }

        if (answer.MigrateToChatId is { } chat)
        {
            body["parameters"] = new JsonObject { ["migrate_to_chat_id"] = chat };
        }

        return body;
    }

    private static Task AnswerAsync(HttpContext context, JsonNode body, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString());
    }
}
