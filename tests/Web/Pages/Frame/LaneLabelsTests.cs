using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Tests.Web.Pages.Frame;

/// <summary>People read places where the program knows credentials.</summary>
public sealed class LaneLabelsTests
{
    private static readonly DirectorySnapshot Directory = new(
        [],
        [
            Place("na-tau.zalo", ChannelKind.Zalo, "Nhóm Zalo OA xã Nà Tấu", "zalo_na_tau"),
            Place("na-tau.telegram", ChannelKind.Telegram, "Kênh Telegram xã Nà Tấu", "telegram_tinh"),
            Place("bung-lao.telegram", ChannelKind.Telegram, "Kênh Telegram xã Búng Lao", "telegram_tinh"),
        ],
        []);

    [Theory]
    [InlineData("zalo_na_tau", "Nhóm Zalo OA xã Nà Tấu")]
    [InlineData("telegram_tinh", "Telegram: 2 nơi đăng")]
    [InlineData("da_bo", "da_bo")]
    public void A_credential_is_called_by_the_places_that_it_serves(string lane, string name)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");

        Assert.Equal(name, LaneLabels.Of(lane, Directory));
    }

    [Fact]
    public void What_is_told_of_a_credential_names_its_place()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
        var problem = new Problem(nameof(ProblemTexts.CredentialRefused), null, "Zalo", "zalo_na_tau");

        Assert.Equal("Zalo không chấp nhận khoá truy cập «Nhóm Zalo OA xã Nà Tấu».", LaneLabels.TextOf(problem, Directory));
    }

    private static Destination Place(string id, ChannelKind channel, string name, string credential) =>
        new(DestinationId.Parse(id, null), channel, name, "1", credential, []);
}
