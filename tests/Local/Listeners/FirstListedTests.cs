using Azure.Core;
using Azure.Storage.Blobs;
using Dissemination.Local.Listeners;

namespace Dissemination.Tests.Local.Listeners;

public sealed class FirstListedTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private BlobContainerClient _plain = null!;
    private BlobContainerClient _listener = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var name = "listed-" + System.Security.Cryptography.RandomNumberGenerator.GetHexString(8, lowercase: true);
        _plain = new(azurite.ConnectionString, name);
        BlobClientOptions options = new();
        options.AddPolicy(new FirstListed(), HttpPipelinePosition.PerCall);
        _listener = new(azurite.ConnectionString, name, options);
        await _plain.CreateAsync();
    }

    [Fact]
    public async Task What_is_written_in_the_second_of_a_listing_changed_after_all_that_it_showed()
    {
        var seen = DateTimeOffset.MinValue;
        for (var number = 0; number < 5; number++)
        {
            await WriteAsync($"tep-{number}");
            await WriteAsync($"tep-{number}-b");
            var news = (await ListAsync()).Where(blob => blob.Value > seen).ToList();

            Assert.Equal([$"tep-{number}", $"tep-{number}-b"], news.Select(blob => blob.Key).Order(StringComparer.Ordinal));
            seen = news.Max(blob => blob.Value);
        }
    }

    [Fact]
    public async Task What_was_listed_keeps_its_time_until_it_is_written_anew()
    {
        await WriteAsync("a");
        await WriteAsync("b");
        var first = await ListAsync();
        Assert.Equal(first, await ListAsync());

        await WriteAsync("a");
        var second = await ListAsync();
        Assert.True(second["a"] > first["b"] && second["a"] > first["a"]);
        Assert.Equal(first["b"], second["b"]);
    }

    public ValueTask DisposeAsync() => new(_plain.DeleteAsync());

    private async Task WriteAsync(string name) =>
        await _plain.GetBlobClient(name).UploadAsync(BinaryData.FromString("x"), overwrite: true, Cancellation);

    private async Task<Dictionary<string, DateTimeOffset>> ListAsync() =>
        await _listener.GetBlobsAsync(cancellationToken: Cancellation)
            .ToDictionaryAsync(blob => blob.Name, blob => blob.Properties.LastModified!.Value, cancellationToken: Cancellation);
}
