using System.Net;

using Dissemination.Triggers.Contract;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dissemination.Tests.Triggers;

/// <summary>A program on a real port of the loopback, as the host sees one.</summary>
internal sealed class ServedHandler : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServedHandler(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static Task<ServedHandler> StartAsync(string function, Func<Invocation, Task> answer) =>
        StartAsync(app => app.MapInvocation(function, (invocation, _, _) => answer(invocation)));

    /// <summary>Answers a function just as the given delegate does, right or wrong.</summary>
    public static Task<ServedHandler> StartRawAsync(string function, RequestDelegate answer) => StartAsync(app => app.MapPost("/" + function, answer));

    public static async Task<ServedHandler> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
