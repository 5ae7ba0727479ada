using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Dissemination.Storage;
using Dissemination.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dissemination.Tests.Storage;

public sealed class StorageHealthTests
{
    [Fact]
    public async Task Storage_that_does_not_answer_is_not_healthy()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(new Store(
                new TableServiceClient(BareSiteTests.DeadStorage, new TableClientOptions { Retry = { MaxRetries = 0 } }),
                new QueueServiceClient(BareSiteTests.DeadStorage, new QueueClientOptions { Retry = { MaxRetries = 0 } }),
                new BlobServiceClient(BareSiteTests.DeadStorage, new BlobClientOptions { Retry = { MaxRetries = 0 } })))
            .AddHealthChecks().AddCheck<StorageHealth>(StorageHealth.Name).Services
            .BuildServiceProvider();

        var report = await services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
    }
}
