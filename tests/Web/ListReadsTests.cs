using System.Net;

namespace Dissemination.Tests.Web;

/// <summary>No list reads more of storage because there is more in it: what is read is bounded, and so is how long it takes.</summary>
public sealed class ListReadsTests(ManyItemsSite site) : IClassFixture<ManyItemsSite>
{
    [Theory]
    [InlineData("/items", "can-bo", 5)]
    [InlineData("/items?q=khau+hieu+120&state=waiting-for-approval", "can-bo", 5)]
    [InlineData("/approvals", "lanh-dao", 9)]
    [InlineData("/calendar", "can-bo", 7)]
    [InlineData("/calendar?view=week&commune=bung-lao", "can-bo", 5)]
    [InlineData("/drafts", "can-bo", 3)]
    [InlineData("/directory/destinations", "can-bo", 4)]
    [InlineData("/hand-tasks", "bung-lao-1", 3)]
    [InlineData("/assignments", "can-bo", 3)]
    [InlineData("/inbox", "bung-lao-1", 5)]
    [InlineData("/hand-in", "can-bo", 3)]
    public async Task A_list_reads_storage_a_few_times_however_many_items_there_are(string list, string person, int most)
    {
        using var visitor = site.Visit(person);
        await visitor.ReadAsync(list);
        var (status, _) = await visitor.ReadAsync(list);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.InRange(site.ReadsOf(list), 0, most);
    }
}
