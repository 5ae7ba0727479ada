using Azure;
using Azure.Storage.Blobs;

using Dissemination.Local;
using Dissemination.Local.Sample;

namespace Dissemination.Tests.Local.Sample;

public sealed class SampleLoaderTests : IAsyncLifetime
{
    private readonly OwnFolder _folder = new();
    private readonly List<string> _asked = [];
    private AzuriteHold _azurite = null!;

    public async ValueTask InitializeAsync()
    {
        // The containers have fixed names, which other tests use, too: an Azurite of its own.
        _azurite = new(await _folder.StartAzuriteAsync());
        foreach (var container in (string[])["azure-webjobs-hosts", "content", "approved", "directory"])
        {
            await _azurite.Storage.GetBlobContainerClient(container).CreateIfNotExistsAsync();
        }

        _folder.Write("content/directory/communes.csv", "id");
        _folder.Write("content/directory/README.md", "about");
        _folder.Write("content/resolutions/a.yaml", "id: a");
        _folder.Write("content/items/b.md", "b");
        _folder.Write("content/items/.hidden", "x");
        _folder.Write("content/README.md", "about");
        _folder.Write("content/broken/c.md", "c");
    }

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_hands_in_the_directory_then_resolutions_then_the_rest_each_after_the_other_has_ended()
    {
        Dictionary<string, int> times = new(StringComparer.Ordinal);
        var output = await LoadAsync(blob =>
        {
            var times2 = times[blob] = times.GetValueOrDefault(blob) + 1;
            return times2 < 2 ? null : Expected(blob); // not known at the first question
        });

        Assert.Equal(
            "directory/communes.csv content/resolutions/a.yaml content/broken/c.md approved/items/b.md",
            string.Join(' ', _asked.Distinct(StringComparer.Ordinal)));
        Assert.Contains("3 files accepted, 1 deliberately wrong", output, StringComparison.Ordinal);
        Assert.Contains("3 tệp được nhận", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_loads_once()
    {
        await LoadAsync(Expected);
        _asked.Clear();

        Assert.Empty(await LoadAsync(Expected));

        Assert.Empty(_asked);
    }

    [Fact]
    public async Task A_first_start_that_was_killed_continues_without_new_versions()
    {
        using CancellationTokenSource kill = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LoadAsync(blob =>
        {
            if (blob.StartsWith("items/", StringComparison.Ordinal))
            {
                kill.Cancel();
            }

            return Expected(blob);
        }, kill.Token));
        var before = await VersionsAsync();

        await LoadAsync(Expected);

        Assert.Equal(before, await VersionsAsync());
    }

    [Fact]
    public async Task What_is_rejected_or_wrongly_accepted_is_listed_and_loaded_again_next_time()
    {
        var problem = await Assert.ThrowsAsync<StartProblem>(() => LoadAsync(blob => blob switch
        {
            "items/b.md" => new(IsAccepted: false, ["b.md:3: no issuer"]),
            _ => new(IsAccepted: true, []),
        }));

        Assert.Contains("approved/items/b.md: bị từ chối", problem.Details, StringComparer.Ordinal);
        Assert.Contains("  b.md:3: no issuer", problem.Details, StringComparer.Ordinal);
        Assert.Contains("content/broken/c.md: should have been rejected, but was accepted", problem.Details, StringComparer.Ordinal);
        Assert.Contains("1 deliberately", await LoadAsync(Expected), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_is_a_problem()
    {
        using OwnFolder empty = new();
        using StringWriter output = new();

        var problem = await Assert.ThrowsAsync<StartProblem>(
            () => Loader(Expected, output).LoadAsync(empty.Path, TestContext.Current.CancellationToken));

        Assert.Contains(empty.Path, problem.Text.English, StringComparison.Ordinal);
    }

    private static HandInOutcome? Expected(string blob) => new(IsAccepted: !blob.StartsWith("broken/", StringComparison.Ordinal), []);

    private async Task<string> LoadAsync(Func<string, HandInOutcome?> outcome, CancellationToken? cancellationToken = null)
    {
        using StringWriter output = new();
        await Loader(outcome, output).LoadAsync(_folder["content"], cancellationToken ?? TestContext.Current.CancellationToken);
        return output.ToString();
    }

    private SampleLoader Loader(Func<string, HandInOutcome?> outcome, StringWriter output)
    {
        Task<HandInOutcome?> Ask(string container, string blob, DateTimeOffset lastModified, ETag etag, CancellationToken cancellationToken)
        {
            _asked.Add($"{container}/{blob}");
            return Task.FromResult(outcome(blob));
        }

        return new(_azurite.Storage, Ask, new(output, output), TimeProvider.System);
    }

    private async Task<string> VersionsAsync()
    {
        List<string> versions = [];
        foreach (var container in (string[])["directory", "content", "approved"])
        {
            await foreach (var blob in _azurite.Storage.GetBlobContainerClient(container).GetBlobsAsync())
            {
                versions.Add($"{blob.Name}={blob.Properties.ETag}");
            }
        }

        return string.Join(' ', versions);
    }

    private sealed class AzuriteHold(Dissemination.Local.Azurite.AzuriteProcess process) : IAsyncDisposable
    {
        public BlobServiceClient Storage { get; } = new(process.ConnectionString);

        public ValueTask DisposeAsync() => process.DisposeAsync();
    }
}
