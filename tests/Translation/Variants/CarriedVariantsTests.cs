using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Tests.Flow;
using Dissemination.Translation;

namespace Dissemination.Tests.Translation.Variants;

/// <summary>More variants of one version than a transaction takes along.</summary>
public sealed class CarriedVariantsTests(CarriedVariantsTests.ManyDialects rooms) : IClassFixture<CarriedVariantsTests.ManyDialects>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_revision_carries_all_of_them_over_and_the_common_text_after_them()
    {
        await rooms.HandInAsync("items/nhieu-xa.md", SampleFiles.Article("Nhiều xã", body: "Xã họp ngày 5."));
        foreach (var number in ManyDialects.Numbers)
        {
            Assert.Null(
                (await rooms.Get<VariantCommands>()
                    .StartAsync(
                        VersionId.Parse("nhieu-xa.1.blt-Tavt", null), await rooms.PersonAsync($"xa-{number}-1"), Cancellation)).Problem);
        }

        await rooms.HandInAsync("items/nhieu-xa.md", SampleFiles.Article("Nhiều xã", body: "Xã họp ngày 6."));

        var carried = await rooms.Get<TranslationService>().VariantsOfAsync(VersionId.Parse("nhieu-xa.2.blt-Tavt", null), Cancellation)
            .Select(row => row.Value).ToListAsync(Cancellation);
        Assert.Equal(ManyDialects.Numbers.Select(number => $"xa-{number}"), carried.Select(variant => variant.Commune!.Value.Value));
        Assert.All(carried, variant => Assert.Equal(TranslationState.Wanted, variant.State));
        var earlier = await rooms.Get<TranslationService>().VariantsOfAsync(VersionId.Parse("nhieu-xa.1.blt-Tavt", null), Cancellation)
            .ToListAsync(Cancellation);
        Assert.All(earlier, row => Assert.Equal(TranslationState.Outdated, row.Value.State));
        Assert.Equal(TranslationState.Wanted, (await rooms.TranslationAsync("nhieu-xa.2.blt-Tavt")).Value.State);
        var open = (
            await rooms.Get<TranslationService>().InboxAsync(new("blt-Tavt"), null, Cancellation)).Rows.Select(
                row => row.Value.Text.Revision).ToList();
        Assert.Equal((ManyDialects.Size + 1, 2), (open.Count, Assert.Single(open.Distinct())));
    }

    /// <summary>Communes that all speak Thái, each with a communicator.</summary>
    public sealed class ManyDialects : Rooms
    {
        public const int Size = 25;

        internal static IEnumerable<string> Numbers =>
            Enumerable.Range(1, Size).Select(number => number.ToString("D2", CultureInfo.InvariantCulture));

        private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(
            "id,name,kind,languages,release\n" + Lines(number => $"xa-{number},Xã {number},commune,blt-Tavt,automatic"),
            "commune,id,channel,name,address,credential,languages\n" + Lines(
                number => $"xa-{number},trang-tin,website,Trang tin xã {number},,,"),
            "id,name,roles,commune,languages\ncan-bo,Cán bộ tuyên giáo,staff,,\nlanh-dao,Lãnh đạo ban,approver,,\n" + Lines(
                number => $"xa-{number}-1,Cán bộ xã {number},communicator,xa-{number},vi;blt-Tavt"));

        private static string Lines(Func<string, string> line) => string.Join('\n', Numbers.Select(line));
    }
}
