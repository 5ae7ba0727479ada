using System.Text;

using Dissemination.Triggers.Contract;

using Xunit;

namespace Dissemination.Tests.Triggers;

public class InvocationTests
{
    private const string Blob = """
        {"Data":{"file":"xJBp4buHbg=="},"Metadata":{
          "Uri":"\"http://127.0.0.1:10000/devstoreaccount1/content/items/a%20b.md\"",
          "name":"\"items/Điện.md\"",
          "Properties":{"LastModified":"2026-11-20T00:30:00+00:00","ContentType":"text/markdown","ETag":"\"0x8D\"","Length":7},
          "Metadata":{"by":"ban-tuyen-giao"},
          "sys":{"MethodName":"HandInContent","UtcNow":"2026-11-20T00:30:01Z","RandGuid":"x"}}}
        """;

    [Fact]
    public void A_blob_is_read_with_its_name_undone_and_its_content_decoded()
    {
        var blob = Invocations.Read(Blob).Blob("file");

        Assert.Equal("items/Điện.md", blob.Name);
        Assert.Equal("Điện", Encoding.UTF8.GetString(blob.Content.Span));
        Assert.Equal("\"0x8D\"", blob.ETag);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 0, 30, 0, TimeSpan.Zero), blob.LastModified);
        Assert.Equal("text/markdown", blob.ContentType);
        Assert.Equal(7, blob.Length);
        Assert.Equal("/devstoreaccount1/content/items/a%20b.md", blob.Uri.AbsolutePath);
        Assert.Equal("ban-tuyen-giao", blob.Metadata["By"]);
    }

    [Fact]
    public void An_ETag_that_the_host_writes_as_an_empty_object_is_replaced_by_the_hash_of_the_content()
    {
        var blob = Invocations.Read(Blob.Replace("\"ETag\":\"\\\"0x8D\\\"\"", "\"ETag\":{}", StringComparison.Ordinal).Replace("\"Length\"", "\"ContentLength\"", StringComparison.Ordinal)).Blob("file");

        Assert.Matches("^\"[0-9a-f]{64}\"$", blob.ETag);
        Assert.Equal(7, blob.Length);
    }

    [Theory]
    [InlineData("""{"Data":{"message":"\"abc\""},"Metadata":{"DequeueCount":"2"}}""", "abc", 2)]
    [InlineData("""{"Data":{"message":"\"{\\\"id\\\":1}\""},"Metadata":{"DequeueCount":"1"}}""", """{"id":1}""", 1)]
    [InlineData("""{"Data":{"message":"\"x\""},"Metadata":{"DequeueCount":"\"of mine\""}}""", "x", null)]
    [InlineData("""{"Data":{"message":"\"x\""},"Metadata":{"dequeuecount":{"a":1}}}""", "x", null)]
    [InlineData("""{"Data":{"message":"plain"},"Metadata":{}}""", "plain", null)]
    [InlineData("""{"Data":{"message":"\"Điện \\\"Biên\\\"\\n\""},"Metadata":{}}""", "Điện \"Biên\"\n", null)]
    public void A_message_is_undone_and_its_count_trusted_only_when_it_is_one(string body, string text, int? count)
    {
        Assert.Equal(new QueueInvocation(text, count), Invocations.Read(body).Queue("message"));
    }

    [Fact]
    public void A_timer_without_a_status_fires_more_than_once_a_minute()
    {
        var timer = Invocations.Read("""{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{}}""").Timer("timer");

        Assert.Equal(new TimerInvocation(IsPastDue: false, ScheduleStatus: null), timer);
    }

    [Fact]
    public void A_timer_says_what_was_missed()
    {
        var timer = Invocations.Read("""
            {"Data":{"timer":{"Schedule":{"AdjustForDST":true},"IsPastDue":true,
             "ScheduleStatus":{"Last":"2026-11-20T01:00:00+00:00","Next":"2026-11-20T02:00:00+00:00","LastUpdated":"2026-11-20T01:00:00+00:00"}}},"Metadata":{}}
            """).Timer("timer");

        Assert.True(timer.IsPastDue);
        Assert.Equal(2, timer.ScheduleStatus?.Next.Hour);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Data":{}}""")]
    [InlineData("""{"Data":[],"Metadata":{}}""")]
    public void A_body_without_data_and_metadata_is_malformed(string body)
    {
        Assert.Throws<InvocationFormatException>(() => Invocations.Read(body));
    }

    [Theory]
    [InlineData("""{"Data":{},"Metadata":{}}""")]
    [InlineData("""{"Data":{"file":"not base64!"},"Metadata":{"name":"\"a\"","Uri":"\"http://a/b\"","Properties":{"LastModified":"2026-11-20T00:30:00Z"}}}""")]
    [InlineData("""{"Data":{"file":"YQ=="},"Metadata":{"name":"\"a\"","Uri":"\"b\"","Properties":{"LastModified":"2026-11-20T00:30:00Z"}}}""")]
    [InlineData("""{"Data":{"file":"YQ=="},"Metadata":{"name":"\"a\"","Uri":"\"http://a/b\""}}""")]
    [InlineData("""{"Data":{"file":"YQ=="},"Metadata":{"name":"\"a\\\"","Uri":"\"http://a/b\"","Properties":{}}}""")]
    public void A_blob_that_lacks_something_is_malformed(string body)
    {
        Assert.Throws<InvocationFormatException>(() => Invocations.Read(body).Blob("file"));
    }
}
