using Dissemination.Channels;

namespace Dissemination.Tests.Channels;

public sealed class ReadAloudTests
{
    [Theory]
    [InlineData(
        "Xem [trang của tỉnh](https://dienbien.gov.vn/) để biết thêm.", "Xem trang của tỉnh để biết thêm.", "https://dienbien.gov.vn/")]
    [InlineData(
        "Chi tiết: https://dienbien.gov.vn/nghi-quyet?so=1. Bà con chú ý.",
        "Chi tiết:. Bà con chú ý.",
        "https://dienbien.gov.vn/nghi-quyet?so=1")]
    [InlineData("Xem <https://mod.gov.vn/> nhé.", "Xem nhé.", "https://mod.gov.vn/")]
    [InlineData("Nộp hồ sơ tại www.dichvucong.gov.vn, không phải đi xa.", "Nộp hồ sơ tại, không phải đi xa.", "www.dichvucong.gov.vn")]
    [InlineData("Vào trang (dichvucong.gov.vn/p/home) rồi đăng ký.", "Vào trang rồi đăng ký.", "dichvucong.gov.vn/p/home")]
    [InlineData("Thư gửi về [xã](mailto:bunglao@dienbien.gov.vn).", "Thư gửi về xã.", "bunglao@dienbien.gov.vn")]
    public void No_address_is_spelt_and_whoever_reads_is_told_which_were_left_out(string body, string read, string leftOut)
    {
        var (post, addresses) = ReadAloud.Render(Posts.Article(body));

        Assert.Contains($"\n\n{read}\n\n", post.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", post.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tuyentruyen.example", post.Text, StringComparison.Ordinal);
        Assert.Equal([leftOut], addresses);
    }

    [Theory]
    [InlineData("Đến năm 2030 có 40.000 ha mắc ca (tăng 3.5 lần). Số 01-NQ/TU, điều 7.2.")]
    [InlineData("Cài VNeID, SmartCA; gọi 1900.1234. TP.HCM và T.Ư đã làm.")]
    public void Words_and_numbers_stay_as_they_are(string body)
    {
        var (post, addresses) = ReadAloud.Render(Posts.Article(body));

        Assert.Contains(body, post.Text, StringComparison.Ordinal);
        Assert.EndsWith("Ban Tuyên giáo và Dân vận Tỉnh ủy", post.Text, StringComparison.Ordinal);
        Assert.Empty(addresses);
    }
}
