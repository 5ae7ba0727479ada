using System.Globalization;
using System.Text;
using Dissemination.Intake;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Intake;
using Dissemination.Translation;

namespace Dissemination.Tests.Translation;

/// <summary>A long article in every language is more than one transaction takes.</summary>
public sealed class LongTranslationsTests(LongTranslationsTests.OneCommune rooms) : IClassFixture<LongTranslationsTests.OneCommune>
{
    private const int Paragraphs = 250;

    private static readonly string[] Languages = ["blt-Tavt", "twh-Tavt", "blt-Latn", "hmn-Latn-x-chv", "mww-Latn-x-rpa"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_revision_has_them_all_in_as_many_transactions_as_hold_them()
    {
        await rooms.HandInAsync("items/bai-dai.md", Article("Đoạn thứ"));
        foreach (var language in Languages)
        {
            await rooms.HandInAsync($"items/bai-dai.{language}.md", $"---\ntitle: ꪹꪣꪉ\n---\n{Body("ꪵꪒꪉ", "ꪣꪉ ")}");
        }

        var changed = Encoding.UTF8.GetBytes(Article("Đoạn mới thứ"));
        var handIn = await rooms.Get<ContentIntake>().TakeApprovedAsync(
            "items/bai-dai.md", changed, ("\"bai-dai-2\"", rooms.Time.GetUtcNow().AddMinutes(1)), "can-bo");
        Assert.Equal(HandInState.Accepted, handIn.State);
        var transactions = await CountedTransactions.OfAsync(
            () => rooms.Get<TranslationStarter>().WantAsync(new([new("bai-dai")]), Cancellation));

        // One look at an item takes eight at the most, and three it has to be.
        Assert.InRange(transactions, 12, 200);
        foreach (var language in Languages)
        {
            Assert.Equal(TranslationState.Outdated, (await rooms.TranslationAsync($"bai-dai.1.{language}")).Value.State);
            Assert.Equal(TranslationState.Wanted, (await rooms.TranslationAsync($"bai-dai.2.{language}")).Value.State);
        }
    }

    private static string Article(string first) => SampleFiles.Article("Bài dài", $"{first} 0.\n\n{Body("Đoạn thứ", "mắc ca ")}");

    /// <summary>So many paragraphs, each a sentence; what the first one says is what changes.</summary>
    private static string Body(string words, string more)
    {
        var rest = string.Concat(Enumerable.Repeat(more, 200 / more.Length));
        return string.Join(
            "\n\n",
            Enumerable.Range(1, Paragraphs).Select(
                number => string.Create(CultureInfo.InvariantCulture, $"{words} {number} {rest.TrimEnd()}.")));
    }

    /// <summary>A commune that speaks every language.</summary>
    public sealed class OneCommune : Rooms
    {
        private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(
            $"id,name,kind,languages,release\nxa-mot,Xã Một,commune,{string.Join(';', Languages)},automatic\n",
            "commune,id,channel,name,address,credential,languages\nxa-mot,trang-tin,website,Trang tin Xã Một,,,\n",
            "id,name,roles,commune,languages\ncan-bo,Cán bộ tuyên giáo,staff,,\nlanh-dao,Lãnh đạo ban,approver,,\n");
    }
}
