using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dissemination.Simulators.Faults;

namespace Dissemination.Simulators.Translator;

/// <summary>
/// A server on the loopback interface that speaks Azure AI Translator 3.0, as its documentation tells it: <c>POST /translate</c>. It
/// translates nothing: it puts the language before the words. It is strict about the limits of a call.
/// </summary>
public sealed class TranslatorSimulator : ISimulator
{
    public const string Key = "simulated-translator-key";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<CallFault> _next = new();
    private readonly ConcurrentQueue<TranslatorCall> _made = new();
    private int _calls;
    private int _throttled;

    private TranslatorSimulator(WebApplication app)
    {
        _app = app;
        app.MapPost("/translate", TranslateAsync);
    }

    public string BaseUrl => _app.Urls.Single();

    /// <summary>A translator posts nothing.</summary>
    public IReadOnlyList<PostedPost> Posted => [];

    public int Calls => _calls;

    public int Throttled => _throttled;

    /// <summary>Nobody waits for a translator by itself.</summary>
    public int AskedTooSoon => 0;

    public FaultPlan Faults { get; set; } = FaultPlan.None;

    public IReadOnlyList<TranslatorCall> CallsMade => [.. _made];

    /// <param name="port">0 for any that is free.</param>
    public static Task<TranslatorSimulator> StartAsync(int port = 0, CancellationToken cancellationToken = default) =>
        SimulatorServer.StartAsync(port, app => new TranslatorSimulator(app), cancellationToken);

    /// <summary>Fails the next call.</summary>
    public void FailNext(CallFault fault) => _next.Enqueue(fault);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TranslateAsync(HttpContext context)
    {
        var call = Interlocked.Increment(ref _calls);
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var texts = body.RootElement.EnumerateArray().Select(element => element.GetProperty("Text").GetString()!).ToArray();
        var fault = _next.TryDequeue(out var next) ? next : Of(Faults, call);
        fault ??= Refusal(context.Request, texts);
        if (fault is TranslatorFault.Answer answer)
        {
            await RefuseAsync(context, answer);
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await context.AnswerAsync(
            fault,
            TimeProvider.System,
            () => Translate(context.Request, texts),
            reply => context.Response.WriteAsync(reply.ToJsonString()));
    }

    private static TranslatorFault.Answer? Refusal(HttpRequest request, string[] texts) =>
        request.Headers["Ocp-Apim-Subscription-Key"] != Key ? TranslatorFault.InvalidKey
        : request.Query["api-version"] != "3.0" ? new(400, 400021, "The API version parameter is missing or invalid.")
        : request.Query["from"] != "vi" ? new(400, 400035, "The source language is not valid.")
        : request.Query["to"] != "mww" ? new(400, 400036, "The target language is not valid.")
        : texts.Length is 0 or > 1_000 ? new(400, 400072, "The body of the request has too many elements.")
        : texts.Sum(text => text.Length) > 50_000 ? new(400, 400077, "The maximum request size has been exceeded.")
        : null;

    private static CallFault? Of(FaultPlan plan, int call) => plan.Of(call) switch
    {
        Fault.Throttled => TranslatorFault.Throttled(plan.RetryAfter),
        Fault.ServerError or Fault.ServerErrorAfterAccept => TranslatorFault.ServerError,
        Fault.Malformed => new CallFault.Garbage(200, "[{\"translations\":", Accept: true),
        var other => CallFault.Of(other, plan),
    };

    private JsonArray Translate(HttpRequest request, string[] texts)
    {
        var to = request.Query["to"].ToString();
        _made.Enqueue(new(to, request.Headers["Ocp-Apim-Subscription-Region"] is [var region] ? region : null, [.. texts]));
        return [
            .. texts.Select(
                text => (JsonNode)new JsonObject
                {
                    ["translations"] = new JsonArray(new JsonObject { ["text"] = $"[{to}] {text}", ["to"] = to }),
                })];
    }

    private Task RefuseAsync(HttpContext context, TranslatorFault.Answer answer)
    {
        if (answer.Status == StatusCodes.Status429TooManyRequests)
        {
            Interlocked.Increment(ref _throttled);
        }

        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(
            new JsonObject { ["error"] = new JsonObject { ["code"] = answer.Code, ["message"] = answer.Message } }.ToJsonString());
    }
}
