using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Dissemination.Local.Azurite;
using Dissemination.Storage;
using Dissemination.Tests.Local;

namespace Dissemination.Tests.Flow;

/// <summary>
/// The built program with the repository's sample content, as README's first command starts it, and the API as anybody outside uses it.
/// </summary>
internal sealed class SampleProgram : IAsyncDisposable
{
    private readonly OwnFolder _folder = new();
    private readonly int[] _ports = [BuiltProgram.FreePort(), BuiltProgram.FreePort(), BuiltProgram.FreePort(), BuiltProgram.FreePort()];
    private readonly HttpClient _http = new();
    private BuiltProgram? _program;

    public SampleProgram() => _folder.LinkTools();

    public BuiltProgram Process => _program!;

    private Uri Site => new(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{_ports[0]}"));

    /// <summary>Starts it, or starts it again where it was killed.</summary>
    public void Start() => _program = BuiltProgram.Start(
        BuiltProgram.Executable,
        [
            Option("Port", _ports[0]), Option("BlobPort", _ports[1]), Option("QueuePort", _ports[2]), Option("TablePort", _ports[3]),
            $"--Local:DataFolder={_folder.Path}", $"--Site:BaseUrl={Site}",
        ]);

    public async Task KillAsync()
    {
        _program!.Kill();
        await _program.WaitUntilEndAsync();
        await _program.DisposeAsync();

        // Azurite ends with the program; the next start needs its ports.
        await Eventually.IsTrueAsync(() => !_ports.Any(BuiltProgram.Answers), "Azurite has ended too");
    }

    public Task WaitForSampleAsync() =>
        Eventually.IsTrueAsync(
            () => _program!.Output.Contains("Sample content loaded", StringComparison.Ordinal) || HasEnded(),
            "the sample is loaded");

    /// <summary>Waits until so many posts are previewed.</summary>
    public Task WaitForPostsAsync(int atLeast)
    {
        var store = OpenStore();
        return Eventually.IsTrueAsync(
            async () =>
            {
                HasEnded();
                try
                {
                    return await store.Previews.QueryAsync<TableEntity>(select: ["RowKey"])
                        .Where(row => row.RowKey.StartsWith(Keys.Previews, StringComparison.Ordinal)).Take(atLeast).CountAsync() >= atLeast;
                }
                catch (Exception e) when (e is Azure.RequestFailedException or AggregateException)
                {
                    return false; // not started yet
                }
            },
            $"{atLeast} posts",
            TimeSpan.FromMinutes(15));
    }

    public async Task<JsonNode> GetAsync(string path, string person = "can-bo-tuyen-giao")
    {
        using var response = await SendAsync(HttpMethod.Get, path, person);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}\n{_program!.Output}");
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }

    public async Task<string> TextAsync(string path, string person = "can-bo-tuyen-giao")
    {
        using var response = await SendAsync(HttpMethod.Get, path, person);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : "";
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string person, string? ifMatch = null, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Site, path)) { Content = body };
        request.Headers.Add("X-Acting-Person", person);
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>All pages of a list.</summary>
    public async IAsyncEnumerable<JsonNode> ListAsync(string path, string person = "can-bo-tuyen-giao")
    {
        for (string? next = "", token = null; next is not null;)
        {
            var page = await GetAsync(
                token is null
                    ? path
                    : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}next={Uri.EscapeDataString(token)}",
                person);
            foreach (var item in page["items"]!.AsArray())
            {
                yield return item!;
            }

            next = token = page["next"]?.GetValue<string>();
        }
    }

    /// <summary>Storage as it really is, read past the program.</summary>
    public Store OpenStore()
    {
        var connection = new AzuriteAddresses(Address(1), Address(2), Address(3)).ToConnectionString();
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        return new(new TableServiceClient(connection, options), new(connection), new(connection));

        string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_ports[port]}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        _http.Dispose();
        await Eventually.IsTrueAsync(() => !_ports.Any(BuiltProgram.Answers), "Azurite has ended too");
        _folder.Dispose();
    }

    private bool HasEnded()
    {
        Assert.False(_program!.HasExited, _program.Output);
        return false;
    }

    private static string Option(string name, int port) => string.Create(CultureInfo.InvariantCulture, $"--Local:{name}={port}");
}
