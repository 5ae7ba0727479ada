using System.Globalization;
using System.Text.Json;

using Dissemination.Local;
using Dissemination.Local.Host;
using Dissemination.Tests.Local;

using Xunit;

namespace Dissemination.Tests.Triggers;

/// <summary>What is deployed: the published folder, which the Functions host takes as its app root.</summary>
public sealed class PublishedAppRootTests : IDisposable
{
    private readonly OwnFolder _folder = new();

    [Fact]
    public async Task The_published_folder_is_an_app_root_whose_program_answers_the_host()
    {
        await PublishAsync();

        Assert.Equal(20, AppRoot.Read(_folder.Path, OneMachineSettings.Defaults.GetValueOrDefault).Functions.Count);
        using var host = JsonDocument.Parse(await File.ReadAllBytesAsync(_folder["host.json"], TestContext.Current.CancellationToken));
        var executable = host.RootElement.GetProperty("customHandler").GetProperty("description").GetProperty("defaultExecutablePath").GetString()!;
        var port = BuiltProgram.FreePort();
        Dictionary<string, string?> environment = new(StringComparer.Ordinal)
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["FUNCTIONS_APP_ROOT_PATH"] = _folder.Path,
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        };
        await using var program = BuiltProgram.Start(_folder[executable], [], environment, _folder.Path);

        await Eventually.IsTrueAsync(() => BuiltProgram.Answers(port), "the program listens");
        using HttpClient http = new();
        using var home = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/"), TestContext.Current.CancellationToken);

        // To the host any answer means ready; it asks before there is a storage account to be asked.
        Assert.True((int)home.StatusCode < 500, home.StatusCode.ToString());
    }

    [Fact]
    public void The_functions_bind_as_planned()
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(BuiltProgram.Folder, "function.json", SearchOption.AllDirectories))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var trigger = json.RootElement.GetProperty("bindings")[0];
            switch (trigger.GetProperty("type").GetString())
            {
                case "blobTrigger":
                    Assert.Equal(("EventGrid", "AzureWebJobsStorage"), (trigger.GetProperty("source").GetString(), trigger.GetProperty("connection").GetString()));
                    break;
                case "queueTrigger":
                    Assert.Equal("AzureWebJobsStorage", trigger.GetProperty("connection").GetString());
                    break;
                case "httpTrigger":
                    // The host forwards only a function with exactly one http trigger and one http output.
                    Assert.Equal(2, json.RootElement.GetProperty("bindings").GetArrayLength());
                    Assert.Equal("http", json.RootElement.GetProperty("bindings")[1].GetProperty("type").GetString());
                    break;
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task PublishAsync()
    {
        var repository = LocalSettings.RepositoryFolder(AppContext.BaseDirectory);
        await using var publish = BuiltProgram.Start(
            "dotnet", ["publish", "functions", "--no-build", "-c", Path.GetFileName(BuiltProgram.Folder), "-o", _folder.Path], workingFolder: repository);
        Assert.True(await publish.WaitUntilEndAsync() == 0, publish.Output);
    }
}
