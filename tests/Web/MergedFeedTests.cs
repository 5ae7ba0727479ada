using System.Net;

namespace Dissemination.Tests.Web;

public sealed class MergedFeedTests(LimitedSite site) : IClassFixture<LimitedSite>
{
    private const string Merged = """
        id,name,kind,languages,release,mergedInto
        bung-lao,Búng Lao,commune,blt-Tavt,automatic,
        na-bung,Nà Bủng,commune,hmn-Latn-x-chv,automatic,bung-lao
        sin-thau,Sín Thầu,commune,,confirm,
        """;

    [Theory]
    [InlineData("rss")]
    [InlineData("json")]
    public async Task A_feed_of_a_commune_that_was_merged_leads_readers_to_its_successors(string format)
    {
        await site.HandInDirectoryAsync(communes: Merged);
        using var reader = new Visitor(site.Address, person: null);

        using var moved = await reader.GetAsync($"/feeds/na-bung/vi.{format}");

        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        Assert.Equal($"/feeds/bung-lao/vi.{format}", moved.Headers.Location?.OriginalString);
        using var there = await reader.GetAsync(moved.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
    }
}
