using Dissemination.Channels;

namespace Dissemination.Tests.Channels;

public sealed class PlainTextTests
{
    [Fact]
    public void Links_are_written_out_where_the_channel_has_none_of_its_own()
    {
        var post = Posts.Article("Xem [trang](https://dienbien.gov.vn/) và <https://mod.gov.vn/>, **đậm**.");

        var rendered = PlainText.Render(post, PlainText.ZaloGroupLimit);

        Assert.Contains("Xem trang (https://dienbien.gov.vn/) và https://mod.gov.vn/, đậm.", rendered.Text, StringComparison.Ordinal);
        Assert.False(rendered.Shortened);
    }

    [Fact]
    public void A_text_over_the_limit_ends_with_its_link()
    {
        var rendered = PlainText.Render(Posts.Article(string.Join(' ', Enumerable.Repeat("dài", 2000))), PlainText.ZaloGroupLimit);

        Assert.True(rendered.Shortened);
        Assert.InRange(rendered.Text.Length, 1900, 2000);
        Assert.EndsWith(Posts.Link, rendered.Text, StringComparison.Ordinal);
    }
}
