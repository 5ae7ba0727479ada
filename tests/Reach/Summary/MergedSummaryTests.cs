using Dissemination.Reach.Summary;
using Dissemination.Reports;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Reach.Summary;

public sealed class MergedSummaryTests(Rooms rooms) : IClassFixture<Rooms>
{
    private const string Merged = """
        id,name,kind,languages,release,mergedInto
        bung-lao,Búng Lao,commune,blt-Tavt;hmn-Latn-x-chv,automatic,
        na-bung,Nà Bủng,commune,hmn-Latn-x-chv,automatic,bung-lao
        sin-thau,Sín Thầu,commune,,confirm,
        """;

    private const string Moved = """
        commune,id,channel,name,address,credential,languages
        bung-lao,telegram,telegram,Kênh Telegram xã Búng Lao,-1001,telegram_tinh,
        bung-lao,trang-tin,website,Trang tin xã Búng Lao,,,
        bung-lao,loa,loudspeaker,Loa truyền thanh xã Búng Lao,,,
        bung-lao,telegram-na-bung,telegram,Kênh Telegram Nà Bủng,-1002,telegram_tinh,
        sin-thau,telegram,telegram,Kênh Telegram xã Sín Thầu,-1003,telegram_tinh,
        sin-thau,nhom-ban,group,Nhóm bản Sín Thầu,Nhóm Zalo bản,,
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_owed_of_an_item_to_which_nothing_happens_any_more_is_the_successors_after_a_merger()
    {
        await rooms.HandInAsync("items/im-lang.md", SampleFiles.Article("Im lặng", "Bà con trồng 40.000 ha mắc ca.", true));
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);
        Assert.Contains("na-bung", await OwingAsync("im-lang"));

        await rooms.HandInDirectoryAsync(Merged, Moved);
        await rooms.Get<ReportWriter>().WriteDueAsync(Cancellation);

        Assert.DoesNotContain("na-bung", await OwingAsync("im-lang"));
    }

    private async Task<IEnumerable<string>> OwingAsync(string item) =>
        (await rooms.Get<SummaryStore>().FindAsync(new(item), Cancellation))!.Languages
            .SelectMany(language => language.Cells)
            .Where(cell => cell.Expected > 0)
            .Select(cell => cell.Commune.Value);
}
