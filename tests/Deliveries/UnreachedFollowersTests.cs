using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Problems;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries;

/// <summary>Places that take nothing without a picture.</summary>
public sealed class UnreachedFollowersTests(Rooms rooms) : IClassFixture<Rooms>
{
    private const string Followers = """
        commune,id,channel,name,address,credential,languages
        bung-lao,telegram,telegram,Kênh Telegram xã Búng Lao,-1001,telegram_tinh,
        na-bung,oa,zalo,Zalo OA xã Nà Bủng,articles,zalo_na_bung,
        sin-thau,oa,zalo,Zalo OA xã Sín Thầu,broadcast,zalo_sin_thau,
        """;

    [Fact]
    public async Task Whoever_hands_in_an_item_without_a_picture_is_told_once_what_it_does_not_reach_and_nothing_fails_there()
    {
        await rooms.HandInDirectoryAsync(destinations: Followers);

        var handIn = await rooms.HandInAsync(
            "items/khong-anh.md", SampleFiles.Article("Không ảnh", frontMatter: "communes: [bung-lao, na-bung]"));
        await rooms.PublishAsync();

        var warning = Assert.Single(handIn.Warnings, each => each.Code is nameof(ProblemTexts.UnreachedWithoutPicture));
        Assert.Equal(["Zalo OA xã Nà Bủng"], warning.Arguments);
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("khong-anh.1.vi.bung-lao.telegram")).State);
        var planned = await rooms.Get<DeliveryPages>().PageAsync(null, new("khong-anh"), null, null, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(planned.Rows, row => row.Value.Id.Destination.Name == "oa");
    }

    [Fact]
    public async Task A_slogan_has_a_card_and_so_reaches_them()
    {
        await rooms.HandInDirectoryAsync(destinations: Followers);

        var handIn = await rooms.HandInAsync("items/khau-hieu.csv", """
            id,kind,text,speaker,issuer,resolution,topics,communes,publishAt,expiresAt,picture,pictureAlt,sample,approvalBy,approvalDocument,approvalDate
            khau-hieu,slogan,Trồng mắc ca,,Ban Tuyên giáo (mẫu),,,na-bung,,,,,,lanh-dao,MẪU-01 (mẫu),2026-11-01
            """);
        await rooms.PublishAsync();

        Assert.DoesNotContain(handIn.Warnings, each => each.Code is nameof(ProblemTexts.UnreachedWithoutPicture));
        Assert.NotNull(await rooms.Get<DeliveryCommands>().FindAsync(
            DeliveryId.Parse("khau-hieu.1.vi.na-bung.oa", null), TestContext.Current.CancellationToken));
    }
}
