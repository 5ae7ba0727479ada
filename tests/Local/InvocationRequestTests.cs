using System.Text.Json.Nodes;

using Azure.Storage.Queues.Models;

using Dissemination.Local.Host;
using Dissemination.Triggers.Contract;

using Xunit;

namespace Dissemination.Tests.Local;

public class InvocationRequestTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 20, 0, 30, 0, TimeSpan.Zero);
    private static readonly FunctionDefinition s_function = new("Test", new QueueTrigger("message", "tests"));

    [Fact]
    public void A_message_is_doubly_encoded_and_its_figures_are_numbers_in_text()
    {
        var body = Queue("abc");

        Assert.Equal("\"abc\"", (string?)body["Data"]!["message"]);
        Assert.Equal("3", (string?)body["Metadata"]!["DequeueCount"]);
        Assert.Equal("\"id-1\"", (string?)body["Metadata"]!["Id"]);
        Assert.Equal("\"receipt-1\"", (string?)body["Metadata"]!["PopReceipt"]);
        Assert.Equal(["DequeueCount", "ExpirationTime", "Id", "InsertionTime", "NextVisibleTime", "PopReceipt", "sys"], Keys(body["Metadata"]));
        Assert.Equal(["MethodName", "UtcNow", "RandGuid"], Keys(body["Metadata"]!["sys"]));
        Assert.Equal("Test", (string?)body["Metadata"]!["sys"]!["MethodName"]);
    }

    [Fact]
    public void A_message_of_JSON_is_still_a_string_and_its_properties_overwrite_the_hosts_own()
    {
        const string Text = """{"id":"mine","dequeuecount":9,"extra":{"a":1},"list":[1],"none":null}""";
        var body = Queue(Text);

        Assert.Equal(Text, (string?)JsonNode.Parse((string)body["Data"]!["message"]!));
        var metadata = body["Metadata"]!.AsObject();
        Assert.Equal("\"mine\"", (string?)metadata.Single(pair => string.Equals(pair.Key, "id", StringComparison.OrdinalIgnoreCase)).Value);
        Assert.Equal("9", (string?)metadata.Single(pair => string.Equals(pair.Key, "dequeuecount", StringComparison.OrdinalIgnoreCase)).Value);
        Assert.Equal(1, (int?)metadata["extra"]!["a"]);
        Assert.Equal("[1]", (string?)metadata["list"]);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("")]
    public void A_message_that_is_no_plain_object_adds_nothing(string text)
    {
        Assert.Equal(7, Keys(Queue(text)["Metadata"]).Length);
    }

    [Fact]
    public void A_timer_is_an_object_with_ISO_dates()
    {
        ScheduleStatus status = new(s_now, s_now.AddHours(1), s_now);
        var body = Parse(InvocationRequest.ForTimer(s_function, "timer", new(IsPastDue: true, status), s_now));

        var timer = body["Data"]!["timer"]!;
        Assert.True((bool)timer["IsPastDue"]!);
        Assert.True((bool)timer["Schedule"]!["AdjustForDST"]!);
        Assert.Equal("2026-11-20T01:30:00.0000000+00:00", (string?)timer["ScheduleStatus"]!["Next"]);
    }

    [Fact]
    public void A_timer_without_a_status_says_null()
    {
        var body = Parse(InvocationRequest.ForTimer(s_function, "timer", new(IsPastDue: false, ScheduleStatus: null), s_now));

        Assert.True(body["Data"]!["timer"]!.AsObject().TryGetPropertyValue("ScheduleStatus", out var status));
        Assert.Null(status);
    }

    private static JsonNode Queue(string text) => Parse(InvocationRequest.ForQueue(
        s_function, "message", QueuesModelFactory.QueueMessage("id-1", "receipt-1", BinaryData.FromString(text), 3, s_now, s_now, s_now.AddDays(7)), text, s_now));

    private static JsonNode Parse(byte[] body) => JsonNode.Parse(body)!;

    private static string[] Keys(JsonNode? node) => [.. node!.AsObject().Select(pair => pair.Key)];
}
