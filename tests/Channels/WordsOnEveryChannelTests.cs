using System.Text;
using System.Text.Json.Nodes;
using Dissemination.Channels.Preview;
using Dissemination.Channels.Website;
using Dissemination.Content;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Channels;

/// <summary>From the file to what each channel was sent: a chat, a page, a group, a feed, a preview and what people post by hand.</summary>
public sealed class WordsOnEveryChannelTests(AllChannels rooms) : IClassFixture<AllChannels>
{
    private const string Body = """
            Nghị quyết có ba khoản, số 091***234, 3*4*5:

        3. Nhà nước hỗ trợ cây giống.
        7. Hộ nghèo được vay vốn.
        12. Bản nào cũng có nhà văn hóa.

        Rừng còn thì nước còn,
        nước còn thì bản còn.
        """;

    [Fact]
    public async Task Numbers_marks_and_lines_arrive_as_they_were_written()
    {
        var shown = Body.Trim();
        await rooms.WriteAsync("nguyen-van", "Cuộc thi Ảnh #1", body: Body);
        await rooms.TickAsync();

        Assert.Contains(
            shown,
            Assert.Single(rooms.Telegram.Posts, post => post.Text.StartsWith("Cuộc thi Ảnh #1", StringComparison.Ordinal)).Text,
            StringComparison.Ordinal);
        Assert.Contains(
            shown,
            Assert.Single(rooms.Facebook.Posts, post => post.Message.StartsWith("Cuộc thi Ảnh #1", StringComparison.Ordinal)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            shown,
            Assert.Single(rooms.Zalo.Messages, message => message.Text.StartsWith("Cuộc thi Ảnh #1", StringComparison.Ordinal)).Text,
            StringComparison.Ordinal);
        var preview = Assert.Single(
            (await rooms.Get<PreviewReader>().PageAsync(new("bung-lao"), null, 100, CancellationToken.None)).Rows,
            row => row.Value.Delivery.Version.Item.Value == "nguyen-van");
        Assert.Contains(shown, preview.Value.Parts[0].Text, StringComparison.Ordinal);
        var feed = await rooms.Store.Container(Containers.Feeds)
            .GetBlobClient(new FeedId(new("bung-lao"), LanguageTag.Vietnamese).File(FeedFormat.Json))
            .DownloadContentAsync(CancellationToken.None);
        var html = (string)JsonNode.Parse(Encoding.UTF8.GetString(feed.Value.Content))!["items"]!.AsArray()
            .Single(entry => (string?)entry!["title"] == "Cuộc thi Ảnh #1")!["content_html"]!;
        Assert.Contains("091***234, 3*4*5:", html, StringComparison.Ordinal);
        Assert.Contains(
            "<p>3. Nhà nước hỗ trợ cây giống.<br />\n7. Hộ nghèo được vay vốn.<br />\n12. Bản nào cũng có nhà văn hóa.</p>",
            html,
            StringComparison.Ordinal);
        Assert.Contains("<p>Rừng còn thì nước còn,<br />\nnước còn thì bản còn.</p>", html, StringComparison.Ordinal);
        foreach (var row in (string[])["nhom-ban", "loa"])
        {
            var task = await rooms.Get<HandTaskPosts>()
                .FindAsync(DeliveryId.Parse($"nguyen-van.1.vi.bung-lao.{row}", null), CancellationToken.None);
            Assert.Contains(shown, task!.Rendered.Text, StringComparison.Ordinal);
        }
    }
}
