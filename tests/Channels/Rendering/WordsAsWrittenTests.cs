using System.Net;
using Dissemination.Channels;
using Dissemination.Channels.Rendering;
using Dissemination.Channels.Website;
using Dissemination.Channels.Zalo;
using Dissemination.Content;
using Dissemination.Tests.Channels.Cards;
using Dissemination.Tests.Channels.Zalo;

namespace Dissemination.Tests.Channels.Rendering;

/// <summary>What an author wrote is what readers read: numbers, marks, lines.</summary>
public sealed class WordsAsWrittenTests
{
    /// <summary>A body, what messengers show of it, and its HTML without the tags of paragraphs; lines are separated by a bar.</summary>
    [Theory]
    [InlineData("3. Nhà nước hỗ trợ.|7. Hộ nghèo vay vốn.|12. Bản có nhà văn hóa.", null)]
    [InlineData("3) Một|5) Hai|7) Ba", null)]
    [InlineData("03. Một|04. Hai", null)]
    [InlineData("1.1. Một|1.2. Hai", null)]
    [InlineData("I. Một|II. Hai|a) Ba|đ) Bốn", null)]
    [InlineData("5. Năm||5. Lại năm||4. Bốn", null)]
    [InlineData("2030. Năm về đích", null)]
    [InlineData("1234567890. Số dài", null)]
    [InlineData("Số 091***234 và 098***567.|Phép tính 3*4*5 và tên tệp bao_cao_thang_11.", null)]
    [InlineData("Nhiệt độ ~5~ độ, ~~cũ~~, ^2^, ==dấu==, ++thêm++, a__b__c, 5 * 4 * 3.", null)]
    [InlineData("#ĐiệnBiên #GiữRừng", null)]
    [InlineData("Giá 5 < 10 & 10 > 5.", null)]
    [InlineData("> 5 tấn một ha", null)]
    [InlineData("+ ba người|+ bốn người", null)]
    [InlineData("Bản Phăng: 19 giờ thứ Hai|Bản Co Mận: 19 giờ thứ Ba||Mời mỗi nhà một người.", null)]
    [InlineData("Tổng cộng|-----|Ký tên|=====", null)]
    [InlineData("Một||* * *||Hai", null)]
    [InlineData("[1]: https://example.vn|[Nguồn]: báo tỉnh||[^1]: chú thích", null)]
    [InlineData("- [ ] việc chưa làm", "• [ ] việc chưa làm")]
    [InlineData("    Đoạn thụt **đậm**||\tĐoạn thụt bằng tab", "Đoạn thụt đậm||Đoạn thụt bằng tab")]
    [InlineData("Một|  hai|    ba", "Một|hai|ba")]
    [InlineData(
        "**Đậm**, *nghiêng*, __đậm__ và _nghiêng_; (**trong ngoặc**), “**trong nháy**”.",
        "Đậm, nghiêng, đậm và nghiêng; (trong ngoặc), “trong nháy”.")]
    [InlineData("1. Một|   - điểm|   - điểm nữa|2. Hai", "1. Một||• điểm|• điểm nữa||2. Hai")]
    [InlineData("- một|  3. ba|  5. năm|- hai", "• một|  3. ba|  5. năm|• hai")]
    [InlineData("- điểm|Dòng dưới", "• điểm||Dòng dưới")]
    [InlineData("<b>chữ</b>||<div>|khối|</div>", null)]
    [InlineData("```|mã|  lệnh|```", "mã|  lệnh")]
    public void Messengers_show_it_as_it_was_written(string body, string? shown)
    {
        var (written, expected) = (body.Replace('|', '\n'), (shown ?? body).Replace('|', '\n'));

        Assert.Equal(expected, MarkdownText.Read(written, writeAddresses: false).Text);
        Assert.Equal(
            $"{expected}\n\nBan Tuyên giáo và Dân vận Tỉnh ủy\n{Posts.Link}",
            PlainText.Render(Posts.Article(written, title: null), PlainText.FacebookLimit).Text);
        var article = ZaloArticle.Of(ZaloFixture.WithPicture(body: written), Posts.Site.Base, new())!;
        Assert.Equal(
            expected.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            article.Body.Select(block => block.Content).TakeWhile(block => block != "Ban Tuyên giáo và Dân vận Tỉnh ủy"));
        var card = CardText.Version(ItemKind.Quote, new(null, null, written)).Card!;
        Assert.Equal(
            expected.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            card.Text.Select(paragraph => paragraph.Text));
    }

    [Theory]
    [InlineData("3. Một|7. Hai|12) Ba", "<p>3. Một<br />|7. Hai<br />|12) Ba</p>")]
    [InlineData("Số 091***234, 3*4*5 và **đậm**", "<p>Số 091***234, 3*4*5 và <strong>đậm</strong></p>")]
    [InlineData("    Đoạn thụt||\tĐoạn nữa", "<p>Đoạn thụt</p>|<p>Đoạn nữa</p>")]
    [InlineData("- điểm|5. Năm", "<ul>|<li>điểm</li>|</ul>|<p>5. Năm</p>")]
    [InlineData("> 5 tấn|Ký tên|---", "<p>&gt; 5 tấn<br />|Ký tên<br />|---</p>")]
    public void Feeds_and_pages_show_it_as_it_was_written(string body, string html)
    {
        var post = Posts.Article(body.Replace('|', '\n'));

        Assert.StartsWith(html.Replace('|', '\n'), MarkdownBody.ToHtml(post.Text.Body), StringComparison.Ordinal);
        Assert.Contains(html.Replace('|', '\n'), FeedEntries.Of(post, Posts.Site.Base).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_a_summary_stay_lines_everywhere()
    {
        var post = ZaloFixture.WithPicture(body: "Hết.");
        post = post with { Text = post.Text with { Summary = "Rừng còn,\nnước còn." } };

        Assert.Contains("Rừng còn,\nnước còn.", PlainText.Render(post, PlainText.FacebookLimit).Text, StringComparison.Ordinal);
        Assert.Contains(
            "<p>Rừng còn,<br>\nnước còn.</p>", WebUtility.HtmlDecode(FeedEntries.Of(post, Posts.Site.Base).Html), StringComparison.Ordinal);
        Assert.Equal(
            ["Rừng còn,", "nước còn.", "Hết."], ZaloArticle.Of(post, Posts.Site.Base, new())!.Body.Take(3).Select(block => block.Content));
        Assert.Equal(
            ["Rừng còn,", "nước còn.", "Hết."], CardText.Version(ItemKind.Quote, post.Text).Card!.Text.Select(paragraph => paragraph.Text));
    }
}
