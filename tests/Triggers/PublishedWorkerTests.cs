using System.Text.Json;
using Dissemination.Local;
using Dissemination.Tests.Local;

namespace Dissemination.Tests.Triggers;

/// <summary>What is deployed: the published folder, which the Functions host takes as its app root.</summary>
public sealed class PublishedWorkerTests : IDisposable
{
    private readonly OwnFolder _folder = new();

    [Fact]
    public async Task The_published_folder_is_a_complete_root_whose_worker_answers_a_host()
    {
        _folder.LinkTools();
        await PublishAsync();

        foreach (var part in (string[])["host.json", "functions.metadata", "worker.config.json", "extensions.json", ".azurefunctions"])
        {
            Assert.True(Path.Exists(Path.Combine(_folder["published"], part)), part);
        }

        await using var program = BuiltProgram.StartOneMachine(_folder, environment: null, "--Local:WorkerFolder=" + _folder["published"]);
        using HttpClient http = new();
        using var home = await http.GetAsync(await program.WaitUntilOpenAsync(), TestContext.Current.CancellationToken);
        Assert.True(home.IsSuccessStatusCode, home.StatusCode.ToString());
    }

    [Fact]
    public async Task Nothing_of_one_machine_travels_with_the_worker()
    {
        await PublishAsync();

        // Beside the program itself: what lies in .azurefunctions is the real host's, put there by the Functions SDK.
        var files = System.IO.Directory.EnumerateFiles(_folder["published"]).Select(Path.GetFileName).ToArray();
        Assert.DoesNotContain(files, file => file!.Contains("WebJobs", StringComparison.OrdinalIgnoreCase)
            || file.Contains("Azurite", StringComparison.OrdinalIgnoreCase)
            || file.Contains("Yarp", StringComparison.OrdinalIgnoreCase)
            || file.Contains("Dissemination.Local", StringComparison.OrdinalIgnoreCase));
        Assert.False(System.IO.Directory.Exists(Path.Combine(_folder["published"], "content")));
    }

    [Fact]
    public void The_functions_bind_as_planned()
    {
        using var metadata = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(BuiltProgram.Folder, "functions.metadata")));
        var functions = metadata.RootElement.EnumerateArray()
            .ToDictionary(
                function => function.GetProperty("name").GetString()!,
                function => function.GetProperty("bindings")[0],
                StringComparer.Ordinal);
        Assert.Equal(21, functions.Count);
        foreach (var (name, trigger) in functions)
        {
            switch (trigger.GetProperty("type").GetString()!)
            {
                case "blobTrigger":
                    Assert.Equal("EventGrid", trigger.GetProperty("source").GetString()); // the only source on Flex Consumption
                    break;
                case "queueTrigger":
                    Assert.InRange(trigger.GetProperty("queueName").GetString()!.Length, 3, 63); // another length stops the host
                    break;
                case "timerTrigger":
                    Assert.Matches("^%[A-Za-z]+Schedule%$", trigger.GetProperty("schedule").GetString());
                    break;
                default:
                    Assert.Equal(("Web", "{*path}"), (name, trigger.GetProperty("route").GetString()));
                    break;
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task PublishAsync()
    {
        var repository = LocalSettings.RepositoryFolder(AppContext.BaseDirectory);
        await using var publish = BuiltProgram.Start(
            "dotnet",
            ["publish", "functions", "--no-build", "-c", Path.GetFileName(BuiltProgram.Folder), "-o", _folder["published"]],
            workingFolder: repository);
        Assert.True(await publish.WaitUntilEndAsync() == 0, publish.Output);
    }
}
