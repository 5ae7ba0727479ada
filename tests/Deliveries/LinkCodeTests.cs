using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Tests.Content;
using FsCheck.Xunit;

namespace Dissemination.Tests.Deliveries;

[Properties(Arbitrary = [typeof(GeneratedIds)], MaxTest = 500)]
public sealed class LinkCodeTests
{
    [Property]
    public void A_link_is_read_back_as_it_was_written_and_is_the_same_for_taking_its_post_down(IdText text)
    {
        var id = DeliveryId.Parse(text.Text, null);
        var code = LinkCode.Of(id);

        Assert.Equal(14, code.ToString().Length);
        Assert.Equal(code, LinkCode.Parse(code.ToString()));
        Assert.Equal(code, LinkCode.Of(id with { Removes = !id.Removes }));
    }

    [Property]
    public void Links_begin_alike_where_their_versions_are_the_same_and_are_apart_where_the_posts_are(IdText one, IdText other)
    {
        var (first, second) = (DeliveryId.Parse(one.Text, null), DeliveryId.Parse(other.Text, null));

        Assert.Equal(first.Version == second.Version, LinkCode.Of(first).Version == LinkCode.Of(second).Version);
        Assert.Equal(first with { Removes = false } == second with { Removes = false }, LinkCode.Of(first) == LinkCode.Of(second));
        Assert.Equal(LinkCode.OfCommune(first.Destination.Commune), LinkCode.Of(first).Commune);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("../../../../etc")]
    [InlineData("0OIl0OIl0OIl0O")]
    [InlineData("abcdefghijkmn")]
    [InlineData("abcdefghijkmnpq")]
    public void What_is_no_link_is_not_looked_up(string code) => Assert.Null(LinkCode.Parse(code));

    [Fact]
    public void The_thirteen_thousand_deliveries_of_a_large_article_have_links_of_their_own()
    {
        var codes = Enumerable.Range(0, 13_635)
            .Select(
                number => LinkCode.Of(
                    DeliveryId.Parse(string.Create(CultureInfo.InvariantCulture, $"mac-ca.1.vi.bung-lao.nhom-{number}"), null)).ToString());

        Assert.Equal(13_635, codes.Distinct(StringComparer.Ordinal).Count());
    }
}
