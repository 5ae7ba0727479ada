using System.Globalization;
using Dissemination.Directory;
using Dissemination.Reports.Items;
using Dissemination.Web.Pages.Staff;

namespace Dissemination.Tests.Web.Pages.Staff;

public sealed class ItemListModelTests
{
    [Theory]
    [InlineData(null, false, "0 bài")]
    [InlineData("tiep", false, "0 bài, tìm trong 500 bài;")]
    [InlineData("tiep", true, "0 bài, tìm trong 500 bài;")]
    [InlineData(null, true, "0 bài trong 500 bài cũ hơn")]
    public void A_count_says_among_how_many_where_there_are_more(string? older, bool isOlder, string words)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");

        Assert.StartsWith(
            words, ItemListModel.SayFound(new ItemStretch([], 500, older, [], DirectorySnapshot.Empty), isOlder), StringComparison.Ordinal);
    }
}
