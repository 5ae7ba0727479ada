using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dissemination.Simulators.Faults;

namespace Dissemination.Simulators.Zalo;

/// <summary>
/// A server on the loopback interface that speaks the Official Account API and hands out its tokens, as <c>facts/channels.md</c> tells it.
/// One address serves both. It is tolerant where nothing is known of the real one, and strict where something is.
/// </summary>
public sealed class ZaloSimulator : ISimulator
{
    public const string TokenPath = "/v4/oa/access_token";

    private static readonly HashSet<string> Posting = new(StringComparer.Ordinal)
    {
        "/v3.0/oa/group/message",
        "/v2.0/article/create",
        "/v2.0/oa/message",
    };

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly ZaloTokenServer _tokens;
    private readonly ZaloPace _pace;
    private readonly ZaloWorld _world;
    private readonly ConcurrentQueue<CallFault> _next = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<CallFault>> _nextOf = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _callsOf = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ZaloCall> _made = new();
    private int _calls;
    private int _posts;

    private ZaloSimulator(WebApplication app, TimeProvider time)
    {
        (_app, _time, _tokens, _pace, _world) = (app, time, new(time), new(time), new(time));
        app.MapPost(TokenPath, TokenAsync);
        app.Map("/v2.0/{**rest}", CallAsync);
        app.Map("/v3.0/{**rest}", CallAsync);
    }

    public static string AppId => ZaloTokenServer.AppId;

    public static string SecretKey => ZaloTokenServer.SecretKey;

    public string BaseUrl => _app.Urls.Single();

    public IReadOnlyList<PostedPost> Posted => _world.Posted;

    public IReadOnlyList<ZaloGroupMessage> Messages => _world.Messages;

    public IReadOnlyList<ZaloArticle> Articles => _world.Articles;

    public IReadOnlyList<ZaloBroadcast> Broadcasts => _world.Broadcasts;

    public int Calls => _calls;

    /// <summary>What was called with which token, in order; the token server's calls with none.</summary>
    public IReadOnlyList<ZaloCall> CallsMade => [.. _made];

    public int Throttled => _pace.Throttled;

    public int AskedTooSoon => _pace.AskedTooSoon;

    public FaultPlan Faults { get; set; } = FaultPlan.None;

    /// <summary>How long an access token lives.</summary>
    public TimeSpan AccessLife
    {
        get => _tokens.AccessLife;
        set => _tokens.AccessLife = value;
    }

    /// <summary>How often an article that was just taken is answered to be not ready.</summary>
    public int NotReadyAnswers
    {
        get => _world.NotReadyAnswers;
        set => _world.NotReadyAnswers = value;
    }

    /// <summary>Whether the accounts are verified.</summary>
    public bool Verified
    {
        get => _world.Verified;
        set => _world.Verified = value;
    }

    /// <param name="port">0 for any that is free.</param>
    public static Task<ZaloSimulator> StartAsync(int port = 0, TimeProvider? time = null, CancellationToken cancellationToken = default) =>
        SimulatorServer.StartAsync(port, app => new ZaloSimulator(app, time ?? TimeProvider.System), cancellationToken);

    /// <summary>The refresh token that an account's owner gets on connecting it.</summary>
    /// <param name="connection">How often it was connected.</param>
    public static string FirstTokenOf(string account, int connection = 1) => ZaloTokenServer.FirstTokenOf(account, connection);

    /// <summary>How many pairs of tokens were given for an account.</summary>
    public int RefreshesOf(string account) => _tokens.RefreshesOf(account);

    /// <summary>Ends the time of all access tokens of an account.</summary>
    public void ExpireAccess(string account) => _tokens.ExpireAccess(account);

    /// <summary>Gives a group to an account; one without any owns every group.</summary>
    public void AddGroup(string account, ZaloGroup group) => _world.AddGroup(account, group);

    /// <summary>An article that somebody else made.</summary>
    public void AddArticle(string account, string title, string words, DateTimeOffset at) => _world.AddArticle(account, title, words, at);

    /// <summary>Fails the next calls.</summary>
    /// <param name="path">Only those to this path; null for any but the token server's.</param>
    public void FailNext(CallFault fault, int times = 1, string? path = null)
    {
        var queue = path is null ? _next : _nextOf.GetOrAdd(path, _ => new());
        for (var i = 0; i < times; i++)
        {
            queue.Enqueue(fault);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TokenAsync(HttpContext context)
    {
        Interlocked.Increment(ref _calls);
        _made.Enqueue(new(TokenPath, ""));
        var form = await context.Request.ReadFormAsync();
        var fault = _nextOf.TryGetValue(TokenPath, out var queue) && queue.TryDequeue(out var next) ? next : null;
        await AnswerAsync(context, fault, () => _tokens.Refresh(
            context.Request.Headers["secret_key"].ToString(),
            form["app_id"].ToString(),
            form["refresh_token"].ToString(),
            Faults.DeadCredentials.Contains));
    }

    private async Task CallAsync(HttpContext context)
    {
        var arrivedAt = _time.GetUtcNow();
        Interlocked.Increment(ref _calls);
        var (path, token) = (context.Request.Path.Value!, context.Request.Headers["access_token"].ToString());
        _made.Enqueue(new(path, token));
        var (body, file) = await ReadAsync(context.Request);
        var query = context.Request.Query.ToDictionary(entry => entry.Key, entry => entry.Value.ToString(), StringComparer.Ordinal);
        var fault = _nextOf.TryGetValue(path, out var queue) && queue.TryDequeue(out var next) || _next.TryDequeue(out next) ? next : null;
        var (account, error) = _tokens.Find(token);
        if (account is null || IsDead(account, path))
        {
            await AnswerAsync(
                context,
                fault,
                () => ZaloWorld.Refused(
                    error == 0 ? -216 : error, error == -220 ? "access_token is expired or removed" : "Access token is invalid"));
            return;
        }

        var plan = Faults;
        _pace.Asked(account, arrivedAt);
        var planned = Posting.Contains(path) ? Of(plan, Interlocked.Increment(ref _posts)) : null;
        fault ??= planned;
        if (fault is ZaloFault.Answer { Error: -32 })
        {
            _pace.Throttle(account, plan.RetryAfter, plan.UnderWay);
        }

        await AnswerAsync(context, fault, () => _world.Execute(account, path, body, query, file));
    }

    /// <summary>Whether an account is dead, or dies by this very call.</summary>
    private bool IsDead(string account, string path)
    {
        var calls = Posting.Contains(path)
            ? _callsOf.AddOrUpdate(account, 1, (_, count) => count + 1)
            : _callsOf.GetValueOrDefault(account);
        if (Faults.DiesAfter.TryGetValue(account, out var most) && calls > most)
        {
            Faults = Faults with { DeadCredentials = Faults.DeadCredentials.Add(account) };
        }

        return Faults.DeadCredentials.Contains(account);
    }

    private static CallFault? Of(FaultPlan plan, int post) => plan.Of(post) switch
    {
        Fault.Throttled => ZaloFault.Throttled,
        Fault.ServerError => new CallFault.Garbage(500, "Internal Server Error", Accept: false),
        Fault.ServerErrorAfterAccept => new CallFault.Garbage(502, "<html>Bad Gateway</html>", Accept: true),
        Fault.Malformed => new CallFault.Garbage(200, "{\"error\":", Accept: true),
        var other => CallFault.Of(other, plan),
    };

    private static Task AnswerAsync(HttpContext context, CallFault? fault, Func<JsonObject> execute)
    {
        // Zalo says so of its JSON too.
        context.Response.ContentType = "text/json;charset=utf-8";
        return fault is ZaloFault.Answer answer
            ? context.Response.WriteAsync(ZaloWorld.Refused(answer.Error, answer.Message).ToJsonString())
            : context.AnswerAsync(fault, TimeProvider.System, execute, reply => context.Response.WriteAsync(reply.ToJsonString()));
    }

    private static async Task<(JsonElement Body, byte[]? File)> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            using var bytes = new MemoryStream();
            if (form.Files.GetFile("file") is { } file)
            {
                await file.CopyToAsync(bytes);
            }

            return (default, bytes.ToArray());
        }

        if (HttpMethods.IsGet(request.Method))
        {
            return (default, null);
        }

        using var json = await JsonDocument.ParseAsync(request.Body);
        return (json.RootElement.Clone(), null);
    }
}
