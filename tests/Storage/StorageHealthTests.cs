using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Dissemination.Storage;
using Dissemination.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Storage;

public sealed class StorageHealthTests
{
    /// <summary>Blobs, queues and tables.</summary>
    private const int Services = 3;

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Storage_that_does_not_answer_is_not_healthy()
    {
        await using var services = Build(
            new Store(
                new TableServiceClient(BareSiteTests.DeadStorage, new TableClientOptions { Retry = { MaxRetries = 0 } }),
                new QueueServiceClient(BareSiteTests.DeadStorage, new QueueClientOptions { Retry = { MaxRetries = 0 } }),
                new BlobServiceClient(BareSiteTests.DeadStorage, new BlobClientOptions { Retry = { MaxRetries = 0 } })));

        Assert.Equal(HealthStatus.Unhealthy, await AskAsync(services));
    }

    [Fact]
    public async Task However_many_ask_storage_is_looked_at_once_a_second_while_it_answers()
    {
        using Answering storage = new();
        await using var services = Build(storage.Store);

        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync(services))), status => Assert.Equal(HealthStatus.Healthy, status));
        Assert.Equal(Services, storage.Asked);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HealthStatus.Healthy, await AskAsync(services));
        Assert.Equal(2 * Services, storage.Asked);
    }

    [Fact]
    public async Task That_storage_is_away_is_not_remembered()
    {
        using Answering storage = new() { Status = HttpStatusCode.Forbidden };
        await using var services = Build(storage.Store);
        Assert.Equal(HealthStatus.Unhealthy, await AskAsync(services));

        storage.Status = HttpStatusCode.OK;
        Assert.Equal(HealthStatus.Healthy, await AskAsync(services));
    }

    private ServiceProvider Build(Store store) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(_time)
        .AddSingleton(store)
        .AddSingleton<StorageHealth>()
        .AddHealthChecks().AddCheck<StorageHealth>(StorageHealth.Name).Services
        .BuildServiceProvider();

    private static async Task<HealthStatus> AskAsync(ServiceProvider services) =>
        (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Status;

    /// <summary>Storage that answers whatever it is asked, and counts.</summary>
    private sealed class Answering : HttpMessageHandler
    {
        private int _asked;

        public Answering()
        {
            HttpClientTransport transport = new(this);
            Store = new(
                new TableServiceClient(BareSiteTests.DeadStorage, new TableClientOptions { Transport = transport }),
                new QueueServiceClient(BareSiteTests.DeadStorage, new QueueClientOptions { Transport = transport }),
                new BlobServiceClient(BareSiteTests.DeadStorage, new BlobClientOptions { Transport = transport }));
        }

        public Store Store { get; }

        public int Asked => _asked;

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            return Task.FromResult(
                new HttpResponseMessage(Status) { Content = new StringContent("<StorageServiceProperties />", null, "application/xml") });
        }
    }
}
