using System.Net;
using Dissemination.Intake;
using Dissemination.Tests.Web;

namespace Dissemination.Tests.Translation.Drafting;

/// <summary>The table of spellings as a file. Handing it in holds for the whole program, so these tests have one of their own.</summary>
public sealed class SpellingFileTests(MongSite rooms) : IClassFixture<MongSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_table_in_force_is_offered_as_a_file_that_can_be_handed_in_again()
    {
        using var reader = rooms.Visit("na-bung-1");
        var (status, file) = await reader.ReadAsync("/spelling/mong-rpa-chv.csv");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("kind,rpa,chv,confidence,source", file, StringComparison.Ordinal);
        using var api = rooms.Call("can-bo");
        Assert.Equal(file, await api.Http.GetStringAsync("/api/spelling/mong-rpa-chv.csv", Cancellation));
        Assert.Equal(HandInState.Accepted, (await rooms.HandInAsync("spelling/mong-rpa-chv.csv", file)).State);
        Assert.Equal(file, (await reader.ReadAsync("/spelling/mong-rpa-chv.csv")).Html);
    }
}
