using System.Collections.Concurrent;
using Dissemination.Simulators.Faults;

namespace Dissemination.Simulators.Facebook;

/// <summary>
/// A server on the loopback interface that speaks the Graph API as far as pages need it, remembers what was posted and fails when asked to.
/// Facebook names waiting times in whole minutes: a plan whose <see cref="FaultPlan.RetryAfter"/> is less than one makes it name 0, and
/// its caller has to wait that time by itself (<c>Channels:Facebook:ThrottleWait</c>), so that a storm need not take minutes.
/// </summary>
public sealed class FacebookSimulator : ISimulator
{
    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly FacebookGraph _graph;
    private readonly ConcurrentDictionary<string, FacebookCredential> _credentials = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<CallFault> _next = new();
    private readonly ConcurrentDictionary<FacebookEdge, ConcurrentQueue<CallFault>> _nextAt = new();
    private int _calls;
    private int _writes;
    private int _throttled;
    private int _askedTooSoon;
    private int _tokensInAddresses;

    private FacebookSimulator(WebApplication app, TimeProvider time)
    {
        (_app, _time) = (app, time);
        _graph = new(time, this);
        app.Map("/{version}/{node}/{edge?}", HandleAsync);
    }

    public string BaseUrl => _app.Urls.Single();

    public FaultPlan Faults { get; set; } = FaultPlan.None;

    public int Calls => _calls;

    public int Throttled => _throttled;

    public int AskedTooSoon => _askedTooSoon;

    /// <summary>How many addresses held the token that was used: logs and traces keep addresses.</summary>
    public int TokensInAddresses => _tokensInAddresses;

    /// <summary>The published posts, in order.</summary>
    public IReadOnlyList<FacebookPost> Posts => _graph.Posts;

    public IReadOnlyList<PostedPost> Posted =>
        [.. Posts.Select(post => new PostedPost(post.Token, post.Page, post.Id, post.Message, post.Pictures.Length, post.At))];

    /// <summary>Every picture that was brought, whether or not a post shows it.</summary>
    public IReadOnlyList<FacebookPicture> Pictures => _graph.Pictures;

    /// <summary>What every page says of its followers.</summary>
    public long Followers { get; set; } = 1280;

    /// <summary>What every post's metrics are, by name; one that is not here is refused.</summary>
    public ConcurrentDictionary<string, long> Insights { get; } = new(StringComparer.Ordinal)
    {
        ["post_total_media_view_unique"] = 210,
        ["post_media_view"] = 340,
    };

    /// <summary>What is counted of every post; Facebook leaves out shares where there are none.</summary>
    public ConcurrentDictionary<string, long> Counts { get; } = new(StringComparer.Ordinal)
    {
        ["reactions"] = 12,
        ["comments"] = 3,
        ["shares"] = 2,
    };

    /// <summary>A field of posts that is refused, with all others of the same call.</summary>
    public string? RefusedField { get; set; }

    /// <summary>Whether pages are to be seen by everybody.</summary>
    public bool PagesArePublished { get; set; } = true;

    /// <summary>Whether a page's token is refused a look at itself.</summary>
    public bool OnlyAppsLookAtTokens { get; set; }

    /// <summary>Demands the proof that a call comes from who knows it; null for none.</summary>
    public string? AppSecret { get; set; }

    /// <summary>How much of the limits is used, in percent, as the headers of an ordinary answer tell it.</summary>
    public int Usage { get; set; } = 1;

    /// <param name="port">0 for any that is free.</param>
    public static Task<FacebookSimulator> StartAsync(
        int port = 0, TimeProvider? time = null, CancellationToken cancellationToken = default) =>
        SimulatorServer.StartAsync(port, app => new FacebookSimulator(app, time ?? TimeProvider.System), cancellationToken);

    /// <summary>Says what a token is.</summary>
    public void Know(string token, FacebookTokenFacts facts) => _graph.Know(token, facts);

    /// <summary>Puts a post on a page as a person would, at any time.</summary>
    public FacebookPost Put(string page, string message, DateTimeOffset at) => _graph.Put(page, message, at);

    /// <summary>Fails the next calls, of one kind or of any.</summary>
    public void FailNext(CallFault fault, int times = 1, FacebookEdge? edge = null)
    {
        for (var i = 0; i < times; i++)
        {
            (edge is { } at ? _nextAt.GetOrAdd(at, _ => new()) : _next).Enqueue(fault);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        Interlocked.Increment(ref _calls);
        var call = await FacebookCall.ReadAsync(context);
        if (call.Token.Length > 0
            && Uri.UnescapeDataString($"{context.Request.Path}{context.Request.QueryString}")
                .Contains(call.Token, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _tokensInAddresses);
        }

        var fault = FaultOf(call);
        if (fault is FacebookFault.Answer refused)
        {
            Refuse(call, refused);
            await AnswerAsync(context, FacebookReply.Refused(refused));
            return;
        }

        await context.AnswerAsync(fault, TimeProvider.System, () => _graph.Execute(call), reply => AnswerAsync(context, reply));
    }

    private CallFault? FaultOf(FacebookCall call)
    {
        var (number, hasToWait, tooSoon) = CredentialOf(call).Use(_time.GetUtcNow(), Faults.UnderWay);
        if (tooSoon)
        {
            Interlocked.Increment(ref _askedTooSoon);
        }

        return call.Token.Length == 0 ? FacebookFault.NoToken
            : IsDead(call.Token, number) ? FacebookFault.DeadToken(460)
            : hasToWait ? Wait(number)
            : _graph.WhyNot(call) ?? Next(call);
    }

    private void Refuse(FacebookCall call, FacebookFault.Answer refused)
    {
        if (refused.Accept)
        {
            _graph.Execute(call);
        }

        if (refused.Throttles)
        {
            Interlocked.Increment(ref _throttled);
            CredentialOf(call).Wait(_time.GetUtcNow(), TimeSpan.FromSeconds(Faults.RetryAfter));
        }
    }

    private FacebookCredential CredentialOf(FacebookCall call) => _credentials.GetOrAdd(call.Token, _ => new());

    /// <summary>Whether a token is dead; for calls of it, by their number.</summary>
    internal bool IsDead(string token, int number = 0) =>
        Faults.DeadCredentials.Contains(token) || (Faults.DiesAfter.TryGetValue(token, out var calls) && number > calls);

    private CallFault? Next(FacebookCall call)
    {
        if (_next.TryDequeue(out var next)
            || (call.Kind is { } kind && _nextAt.TryGetValue(kind, out var queue) && queue.TryDequeue(out next)))
        {
            return next;
        }

        if (call.Kind is not (FacebookEdge.Feed or FacebookEdge.Photos or FacebookEdge.Change))
        {
            return null;
        }

        var number = Interlocked.Increment(ref _writes);
        return Faults.Of(number) switch
        {
            Fault.Throttled => Wait(number),
            Fault.ServerError => FacebookFault.ServerError,
            Fault.ServerErrorAfterAccept => FacebookFault.ServerErrorAfterAccept,
            Fault.Malformed => new CallFault.Garbage(200, "<html>", Accept: true),
            var other => CallFault.Of(other, Faults),
        };
    }

    private FacebookFault.Answer Wait(int number) => FacebookFault.Throttled(number % 2 == 0 ? 32 : 613, Faults.RetryAfter / 60);

    private Task AnswerAsync(HttpContext context, FacebookReply reply)
    {
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "application/json; charset=UTF-8";
        context.Response.Headers["X-App-Usage"] = FacebookUsageHeader.Of(Usage);
        context.Response.Headers["X-Page-Usage"] = FacebookUsageHeader.Of(Usage);
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(reply.Body.ToJsonString());
    }
}
