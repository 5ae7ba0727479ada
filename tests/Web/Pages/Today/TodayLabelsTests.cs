using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Web.Pages.Today;

namespace Dissemination.Tests.Web.Pages.Today;

public sealed class TodayLabelsTests
{
    public TodayLabelsTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");

    [Theory]
    [InlineData(nameof(TodayKind.HandTask), "vi", "Việc tại xã: 12 nơi · Tiếng Việt")]
    [InlineData(nameof(TodayKind.HandTask), "blt-Tavt", "Việc tại xã: 12 nơi · Thái Đen (chữ Thái Việt)")]
    [InlineData(nameof(TodayKind.Held), "blt-Tavt", "Đồng ý cho đăng 12 bài · Thái Đen (chữ Thái Việt)")]
    public void What_waits_of_one_item_in_two_languages_is_told_apart(string kind, string language, string title)
    {
        var act = new TodayAct(Enum.Parse<TodayKind>(kind), "mac-ca", "Mắc ca", "/hand-tasks")
        {
            Since = DateTimeOffset.UnixEpoch,
            Text = VersionId.Parse($"mac-ca.1.{language}", null),
            Places = [new(ChannelKind.VillageGroup, 12)],
        };

        Assert.Equal(title, TodayLabels.TitleOf(act, DirectorySnapshot.Empty));
    }
}
