using System.Net;
using System.Text.RegularExpressions;
using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Intake.Drafts;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Intake;

namespace Dissemination.Tests.Deliveries.Foresight;

/// <summary>What is seen of an item before it goes out is what goes out, character by character, on every channel.</summary>
public sealed partial class SeenAsSentTests(SeenChannels rooms) : IClassFixture<SeenChannels>
{
    private const string Rich = """
        Đến năm 2030 có **40.000 ha** mắc ca, xem [nghị quyết](https://example.org/nq?a=1&b=2).

        ## Làm gì

        - Hỏi *cán bộ xã*, viết thư cho xa@example.org
        - Đất <1 ha & "dốc": [@all] cùng bàn
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, bool> Items => new()
    {
        { "ngan", "", false },
        { "ngan-co-anh", "", true },
        { "dai-rut-ngan", "", true },
        { "dai-tach", "overflow: split", true },
        { "dai-khong-cat", "overflow: refuse", false },
    };

    [Theory]
    [MemberData(nameof(Items))]
    public async Task What_is_seen_before_an_approval_is_what_every_channel_gets(string item, string line, bool hasPicture)
    {
        await HandInAsync(item, line, hasPicture);
        var seen = await rooms.ForeseeAsync(item);
        var page = await PageAsync($"/items/{item}");
        AssertShown(page, seen.Values);
        var (chat, wall) = (rooms.Telegram.Posts.Count, rooms.Facebook.Posts.Count);
        var (group, articles) = (rooms.Zalo.Messages.Count, rooms.Zalo.Articles.Count);

        await rooms.ApproveAsync(item);

        Assert.Equal(SeenChannels.AsMessages(seen["telegram"]), rooms.OnTelegramSince(chat));
        Assert.Equal(
            seen["facebook"].Parts.Select(part => (part.Text, part.Pictures.Length)),
            rooms.Facebook.Posts.Skip(wall).Select(post => (post.Message, post.Pictures.Length)));
        Assert.Equal(
            seen["zalo"].Parts.Select(part => (part.Text, !part.Pictures.IsEmpty)),
            rooms.Zalo.Messages.Skip(group).Select(message => (message.Text, message.Picture is not null)));
        Assert.Equal(hasPicture, seen.ContainsKey("bai-viet"));
        if (hasPicture)
        {
            var article = Assert.Single(rooms.Zalo.Articles.Skip(articles));
            Assert.Equal(
                [article.Title, article.Author, article.Description, string.Join('\n', article.Body)],
                seen["bai-viet"].Parts.Select(part => part.Text));
        }

        var entry = (await rooms.FeedAsync("bung-lao")).Single(one => (string?)one!["title"] == TitleOf(item))!;
        Assert.Equal([(string?)entry["title"], (string?)entry["content_html"]], seen["trang-tin"].Parts.Select(part => part.Text));
        foreach (var task in (string[])["nhom-ban", "loa"])
        {
            var post = await rooms.Get<HandTaskPosts>().FindAsync(DeliveryId.Parse($"{item}.1.vi.bung-lao.{task}", null), Cancellation);
            Assert.Equal(post!.Rendered.Parts.Select(part => part.Text), seen[task].Parts.Select(part => part.Text));
        }
    }

    [Fact]
    public async Task A_draft_is_posted_as_it_was_seen_beside_its_form()
    {
        var outcome = await rooms.Get<DraftDrop>().TakeAsync([new("", "Bàn trước khi trồng"u8.ToArray())], new("can-bo"), Cancellation);
        var draft = Assert.Single(outcome.Drafts);
        var saved = await rooms.Get<DraftService>().SaveAsync(
            draft.Value.Id,
            new DraftItem
            {
                Id = "tu-ban-nhap",
                Title = "Từ bản nháp",
                Body = Rich,
                Issuer = "Ban Tuyên giáo (mẫu)",
                Communes = ["bung-lao"],
            },
            [],
            (new("can-bo"), draft.ETag),
            Cancellation);
        var page = await PageAsync($"/drafts/{draft.Value.Id}");
        var chat = rooms.Telegram.Posts.Count;

        Assert.True(
            (await rooms.Get<DraftService>().SendAsync(draft.Value.Id, new PersonId("can-bo"), saved.Value!.ETag, Cancellation)).IsValid);
        await rooms.Get<ContentIntake>().TakeAsync(
            rooms.Store.Container(Containers.Content).GetBlobClient("items/tu-ban-nhap.md"), Cancellation);
        var seen = await rooms.ForeseeAsync("tu-ban-nhap");
        AssertShown(page, seen.Values);
        await rooms.ApproveAsync("tu-ban-nhap");
        Assert.Equal(SeenChannels.AsMessages(seen["telegram"]), rooms.OnTelegramSince(chat));
    }

    [Fact]
    public async Task An_unfinished_draft_shows_what_there_is_of_it()
    {
        var outcome = await rooms.Get<DraftDrop>().TakeAsync([new("", "Chỉ có một dòng này"u8.ToArray())], new("can-bo"), Cancellation);
        var page = await PageAsync($"/drafts/{Assert.Single(outcome.Drafts).Value.Id}");
        Assert.Contains(Shown(page), text => text.Contains("Chỉ có một dòng này", StringComparison.Ordinal));
        Assert.Contains("Khi được phê duyệt:", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    private async Task HandInAsync(string item, string line, bool hasPicture)
    {
        var body = item.StartsWith("dai", StringComparison.Ordinal)
            ? Rich + string.Concat(Enumerable.Range(1, 60).Select(
                number => $"\n\nĐoạn {number}: bà con bàn **kỹ** trước khi trồng, {new string('a', 60)}."))
            : Rich;
        if (hasPicture)
        {
            await rooms.HandInPictureAsync($"items/{item}-anh.png", Pictures.Png(64, 48));
            line += $"\npicture: {item}-anh.png\npictureAlt: Đồi mắc ca\npictureCaption: Chụp ở \"Búng Lao\"";
        }

        await rooms.HandInAsync(
            $"items/{item}.md",
            SampleFiles.Article(TitleOf(item), body, approved: false, $"communes: [bung-lao]\n{line}".Trim()));
    }

    private static string TitleOf(string item) => $"Bài {item} <& cùng đọc>";

    private async Task<string> PageAsync(string address)
    {
        using var staff = rooms.Visit("can-bo");
        var (status, html) = await staff.ReadAsync(address);
        Assert.Equal(HttpStatusCode.OK, status);
        return html;
    }

    private static void AssertShown(string page, IEnumerable<PostView> views)
    {
        var shown = Shown(page);
        Assert.All(
            views.SelectMany(view => view.Parts).Where(part => part.Piece is not PostPiece.Html),
            part => Assert.Contains(part.Text, shown));
        foreach (var html in views.SelectMany(view => view.Parts).Where(part => part.Piece is PostPiece.Html && part.Pictures.IsEmpty))
        {
            Assert.Contains(html.Text, page, StringComparison.Ordinal);
        }
    }

    private static HashSet<string> Shown(string page) =>
        [.. Words().Matches(page).Select(match => WebUtility.HtmlDecode(Tag().Replace(match.Groups["words"].Value, "")))];

    [GeneratedRegex(
        "<p class=\"asis[^\"]*\" lang=\"vi\">(?<words>.*?)</p>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
