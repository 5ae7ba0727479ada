using System.Globalization;
using Dissemination.Publishing;

namespace Dissemination.Tests.Publishing;

public sealed class LinkCodeTests
{
    [Fact]
    public void A_link_is_read_back_as_it_was_written()
    {
        var code = LinkCode.Of(DeliveryId.Parse("mac-ca.1.vi.bung-lao.telegram", null));

        Assert.Equal(code, LinkCode.Parse(code.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("../../../../etc")]
    [InlineData("0OIl0OIl0OIl0")]
    public void What_is_no_link_is_not_looked_up(string code) => Assert.Null(LinkCode.Parse(code));

    [Fact]
    public void The_thirteen_thousand_deliveries_of_a_large_article_have_links_of_their_own()
    {
        var codes = Enumerable.Range(0, 13_635)
            .Select(number => LinkCode.Of(DeliveryId.Parse(string.Create(CultureInfo.InvariantCulture, $"mac-ca.1.vi.bung-lao.nhom-{number}"), null)).ToString());

        Assert.Equal(13_635, codes.Distinct(StringComparer.Ordinal).Count());
    }
}
