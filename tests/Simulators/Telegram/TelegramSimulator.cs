using System.Collections.Concurrent;
using Dissemination.Simulators.Faults;

namespace Dissemination.Simulators.Telegram;

/// <summary>
/// A server on the loopback interface that speaks the Bot API as <c>facts/channels.md</c> tells it, remembers what was posted and fails
/// when asked to.
/// </summary>
public sealed class TelegramSimulator : ISimulator
{
    /// <summary>Where the limits of a simulator that runs by itself are set; <c>null</c> for none.</summary>
    public const string LimitsAddress = "/_limits";

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly TelegramChats _chats = new();
    private readonly CallCount _calls = new();
    private readonly ConcurrentDictionary<string, TelegramBotPace> _bots = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<CallFault> _next = new();
    private readonly ConcurrentDictionary<long, CallFault> _failing = new();
    private int _posting;
    private int _throttled;
    private int _askedTooSoon;

    private TelegramSimulator(WebApplication app, TimeProvider time)
    {
        (_app, _time) = (app, time);
        app.Map("/bot{token}/{method}", HandleAsync);
        app.MapSetting<TelegramLimits>(LimitsAddress, _ => null, limits => Limits = limits);
    }

    public string BaseUrl => _app.Urls.Single();

    /// <summary>The messages that are really there, in order.</summary>
    public IReadOnlyList<TelegramPost> Posts => _chats.Posts;

    public IReadOnlyList<PostedPost> Posted => _chats.Posted;

    /// <summary>What was answered to whoever pressed a button, in order.</summary>
    public IReadOnlyList<TelegramPressAnswer> Answers => [.. _chats.Answers];

    /// <summary>What <c>getWebhookInfo</c> tells of the last update that did not get there; null for none.</summary>
    public string? WebhookError
    {
        get => _chats.WebhookError;
        set => _chats.WebhookError = value;
    }

    public int Calls => _calls.Value;

    public int Throttled => _throttled;

    public int AskedTooSoon => _askedTooSoon;

    public FaultPlan Faults { get; set; } = FaultPlan.None;

    /// <summary>How fast bots may post and edit; null for no limit.</summary>
    public TelegramLimits? Limits { get; set; }

    /// <summary>What <c>getChatMemberCount</c> answers.</summary>
    public int Members
    {
        get => _chats.Members;
        set => _chats.Members = value;
    }

    /// <param name="port">0 for any that is free.</param>
    /// <param name="time">The clock of its limits and of what may still be deleted; null for the system's.</param>
    public static Task<TelegramSimulator> StartAsync(
        int port = 0, TimeProvider? time = null, CancellationToken cancellationToken = default) =>
        SimulatorServer.StartAsync(port, app => new TelegramSimulator(app, time ?? TimeProvider.System), cancellationToken);

    /// <summary>Fails the next calls, whichever chat they are for.</summary>
    public void FailNext(CallFault fault, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            _next.Enqueue(fault);
        }
    }

    /// <summary>Fails every call for a chat, until <see cref="Heal"/>.</summary>
    public void FailChat(long chat, CallFault fault) => _failing[chat] = fault;

    public void Heal(long chat) => _failing.TryRemove(chat, out _);

    /// <summary>Says what a chat is; without it a chat is a channel where every bot may post.</summary>
    public void SetChat(long id, TelegramChat chat) => _chats.Kinds[id] = chat;

    /// <summary>Where a bot has its updates brought to; null where nowhere.</summary>
    public TelegramWebhook? WebhookOf(string token) => _chats.Webhooks.GetValueOrDefault(token);

    /// <summary>Waits until it was called so often, whatever came of it.</summary>
    public Task UntilCalledAsync(int times) => _calls.UntilAsync(times);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context, string token, string method)
    {
        var arrived = _time.GetUtcNow();
        _calls.Add();
        var bot = _bots.GetOrAdd(token, _ => new());
        var (number, tooSoon) = bot.Arrived(arrived);
        if (tooSoon)
        {
            Interlocked.Increment(ref _askedTooSoon);
        }

        var call = await TelegramCall.ReadAsync(context.Request);
        var fault = _next.TryDequeue(out var next) ? next
            : _failing.TryGetValue(call.Chat, out var failing) ? failing
            : PlannedFault(bot, token, method, number, call, arrived);
        if (fault is TelegramFault.Answer refused)
        {
            Throttle(bot, refused);
            await AnswerAsync(context, TelegramAnswer.Refused(refused));
            return;
        }

        await context.AnswerAsync(fault, _time, () => _chats.Do(token, method, call, arrived), answer => AnswerAsync(context, answer));
    }

    /// <summary>Dead credentials first, then the limits, then the plan.</summary>
    /// <param name="number">Of the call among those of its bot.</param>
    private CallFault? PlannedFault(TelegramBotPace bot, string token, string method, int number, TelegramCall call, DateTimeOffset arrived)
    {
        var plan = Faults;
        if (plan.DeadCredentials.Contains(token) || (plan.DiesAfter.TryGetValue(token, out var lives) && number > lives))
        {
            return TelegramFault.BadToken;
        }

        var posts = method.StartsWith("send", StringComparison.Ordinal);
        if (Limits is { } limits && (posts || method.StartsWith("edit", StringComparison.Ordinal))
            && bot.Take(limits, call.Chat, arrived) is { } wait)
        {
            return TelegramFault.Throttled((int)Math.Ceiling(wait.TotalSeconds));
        }

        return posts ? TelegramFault.Of(plan, Interlocked.Increment(ref _posting)) : null;
    }

    private void Throttle(TelegramBotPace bot, TelegramFault.Answer answer)
    {
        if (answer is { Code: StatusCodes.Status429TooManyRequests })
        {
            Interlocked.Increment(ref _throttled);
            bot.Throttled(_time.GetUtcNow(), TimeSpan.FromSeconds(answer.RetryAfter ?? 0), Faults.UnderWay);
        }
    }

    private static Task AnswerAsync(HttpContext context, TelegramAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.Body.ToJsonString());
    }
}
