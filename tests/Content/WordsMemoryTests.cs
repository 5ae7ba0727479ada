using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Tests.Storage;

namespace Dissemination.Tests.Content;

/// <summary>A search reads the words of a revision once.</summary>
public sealed class WordsMemoryTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private static readonly DateOnly Month = new(2026, 11, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_words_of_a_revision_are_read_once_and_those_of_the_next_anew()
    {
        WordsMemory memory = new(storage.Store);
        Item[] listed = [Listed("bai-mot"), Listed("bai-hai")];
        await WriteAsync("bai-mot", "trồng mắc ca");
        await WriteAsync("bai-hai", "giữ rừng");

        Assert.Equal((2, 1), await FoundAsync(memory, listed, "đề"));
        Assert.Equal((1, 0), await FoundAsync(memory, listed, "mac"));

        await WriteAsync("bai-hai", "giữ rừng trồng mắc ca");
        Assert.Equal((2, 1), await FoundAsync(memory, [listed[0], listed[1] with { Revision = 2 }], "mac"));
        Assert.Equal((2, 0), await FoundAsync(memory, [listed[0], listed[1] with { Revision = 2 }], "mac"));
    }

    [Fact]
    public async Task What_has_no_words_is_left_out_and_asked_for_again()
    {
        WordsMemory memory = new(storage.Store);
        Item[] listed = [Listed("bai-khong-chu")];

        Assert.Equal((0, 1), await FoundAsync(memory, listed, "đề"));
        await WriteAsync("bai-khong-chu", "có chữ");
        Assert.Equal((1, 1), await FoundAsync(memory, listed, "chữ"));
    }

    private static async Task<(int Found, int Transactions)> FoundAsync(WordsMemory memory, Item[] listed, string word)
    {
        // As the list of all has them.
        var ordered = listed.OrderBy(item => item.Id.Value, StringComparer.Ordinal).ToList();
        var (words, transactions) = await CountedTransactions.OfAsync(() => memory.OfAsync(ordered, Cancellation));
        return (words.Values.Count(text => SearchText.Finds([word], text)), transactions);
    }

    private async Task WriteAsync(string item, string words) => await new Transaction(Keys.Editorial)
        .Put(Keys.ListedWords(Month, item), new ListedWords(new(item), words), ContentJson.Default.ListedWords)
        .CommitAsync(storage.Store.Editorial, Cancellation);

    private static Item Listed(string id) => new()
    {
        Id = new(id),
        Revision = 1,
        ContentHash = "",
        SourceFile = "",
        HandIn = new("x"),
        Kind = ItemKind.Article,
        Headline = "Tiêu đề",
        Sample = true,
        AcceptedAt = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero),
        ListedIn = Month,
    };
}
