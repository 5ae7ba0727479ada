using Dissemination.Local;
using Dissemination.Local.Host;

using Xunit;

namespace Dissemination.Tests.Local;

public sealed class AppRootTests : IDisposable
{
    private readonly OwnFolder _folder = new();

    public AppRootTests() => _folder.Write("host.json", """{ "version": "2.0" }""");

    [Fact]
    public void The_built_program_is_an_app_root_of_all_functions()
    {
        var root = AppRoot.Read(BuiltProgram.Folder, OneMachineSettings.Defaults.GetValueOrDefault);

        Assert.Equal(
            "CallReviewers:timer FanOut:fan-outs HandInContent:content HandInDirectory:directory KeepMemory:timer KeepUnhandledBlob:webjobs-blobtrigger-poison KeepUnhandledFanOuts:fan-outs-poison "
            + "KeepUnhandledLanes:lanes-poison KeepUnhandledReviewers:reviewer-calls-poison KeepUnhandledTranslations:translation-wanted-poison Pages:{*path} PublishDue:timer RemindHandTasks:timer RemindTranslations:timer SampleReach:timer "
            + "SendDeliveries:lanes SweepLanes:timer TellReviewers:reviewer-calls WantTranslations:translation-wanted WriteReports:timer",
            string.Join(' ', root.Functions.Select(function => $"{function.Name}:{Subject(function.Trigger)}")));
        Assert.Equal(32, root.Settings.BatchSize);
        Assert.Equal(5, root.Settings.MaxDequeueCount);
        Assert.Equal(TimeSpan.FromSeconds(5), root.Settings.RetryAfter);
        Assert.Equal("", root.Settings.RoutePrefix);
    }

    [Fact]
    public void What_host_json_does_not_say_is_as_the_host_has_it()
    {
        _folder.Write("Test/function.json", Binding("""{"type":"queueTrigger","name":"message","queueName":"tests"}"""));

        var settings = AppRoot.Read(_folder.Path, _ => null).Settings;

        Assert.Equal(new HostSettings(), settings);
        Assert.Equal((16, 8, 5, TimeSpan.Zero, TimeSpan.FromMinutes(1), "api"), (settings.BatchSize, settings.NewBatchThreshold, settings.MaxDequeueCount, settings.RetryAfter, settings.MaxPollingInterval, settings.RoutePrefix));
    }

    [Theory]
    [InlineData("""{"type":"serviceBusTrigger","name":"message"}""", "serviceBusTrigger")]
    [InlineData("""{"type":"httpTrigger","name":"request","authLevel":"function"}""", "authLevel function")]
    [InlineData("""{"type":"queueTrigger","name":"message"}""", "queueName")]
    [InlineData("""{"type":"queueTrigger","name":"message","queueName":"ab"}""", "3 to 63")]
    [InlineData("""{"type":"blobTrigger","name":"file","path":"ab/{name}"}""", "3 to 63")]
    [InlineData("""{"type":"blobTrigger","name":"file","path":"content"}""", "container/{name}")]
    [InlineData("""{"type":"timerTrigger","name":"timer","schedule":"0 * * * *"}""", "six-field")]
    [InlineData("""{"type":"timerTrigger","name":"timer","schedule":"%Missing%"}""", "“Missing” is missing")]
    [InlineData("""{"type":"queueTrigger","name":"a","queueName":"tests"},{"type":"queueTrigger","name":"b","queueName":"tests"}""", "queueTrigger")]
    [InlineData("""{"type":"queueTrigger","name":"a","queueName":"tests"},{"type":"table","name":"b"}""", "table")]
    public void A_binding_that_is_unknown_here_or_refused_by_the_host_is_named(string binding, string named)
    {
        _folder.Write("Test/function.json", Binding(binding));

        var problem = Assert.Throws<StartProblem>(() => AppRoot.Read(_folder.Path, _ => null));

        Assert.Contains(named, problem.Text.English, StringComparison.Ordinal);
        Assert.Contains("Test", problem.Text.Vietnamese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Test/function.json", "{")]
    [InlineData("Test/function.json", "{}")]
    [InlineData("host.json", "[")]
    [InlineData("host.json", """{"extensions":{"queues":{"visibilityTimeout":"soon"}}}""")]
    public void A_file_that_cannot_be_read_is_named(string file, string text)
    {
        _folder.Write(file, text);

        var problem = Assert.Throws<StartProblem>(() => AppRoot.Read(_folder.Path, _ => null));

        Assert.Contains(Path.GetFileName(file), problem.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_functions_is_named()
    {
        Assert.Contains(_folder.Path, Assert.Throws<StartProblem>(() => AppRoot.Read(_folder.Path, _ => null)).Text.English, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Binding(string binding) => "{\"bindings\":[" + binding + "]}";

    private static string Subject(TriggerBinding trigger) => trigger switch
    {
        BlobTrigger blob => blob.Container,
        QueueTrigger queue => queue.Queue,
        HttpTrigger http => http.Route,
        _ => trigger.Binding,
    };
}
