using System.Collections.Concurrent;
using System.Globalization;
using Dissemination.Tests.Local;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dissemination.Tests.Web;

/// <summary>
/// What the requests that a test gives a number cost the processor. How long an answer takes tells what else the machine does.
/// </summary>
internal sealed class RequestCosts : IStartupFilter
{
    private const string Header = "X-Number-Of-Test";

    private readonly ConcurrentDictionary<int, TimeSpan> _costs = new();
    private int _underWay;

    public static void Number(HttpRequestMessage request, int number) =>
        request.Headers.Add(Header, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>What each cost when it was asked last, once all have ended: an answer is there before what gave it has ended.</summary>
    public async Task<IReadOnlyDictionary<int, TimeSpan>> AllAsync()
    {
        await Eventually.IsTrueAsync(() => Volatile.Read(ref _underWay) == 0, "all requests have ended");
        return _costs.ToDictionary();
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => program =>
    {
        program.Use(async (HttpContext context, RequestDelegate rest) =>
        {
            if (int.TryParse(context.Request.Headers[Header].ToString(), CultureInfo.InvariantCulture, out var number))
            {
                await MeasureAsync(number, () => rest(context));
            }
            else
            {
                await rest(context);
            }
        });
        next(program);
    };

    private async Task MeasureAsync(int number, Func<Task> request)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            _costs[number] = await ProcessorTime.OfAsync(request);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
