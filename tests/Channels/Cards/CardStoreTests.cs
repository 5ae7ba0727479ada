using Dissemination.Channels;
using Dissemination.Channels.Cards;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Tests.Channels.Cards;

public sealed class CardStoreTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_is_stored_once_under_the_hash_of_what_makes_it()
    {
        var calls = new CountedCalls();
        var version = Slogan("Giữ rừng là giữ nước.");
        var cards = Cards(storage.With(calls));

        var first = (await EnsureAsync(cards, version)).Picture!;
        var callsOfFirst = calls.Count;
        var again = (await EnsureAsync(cards, version)).Picture!;
        var callsOfAgain = calls.Count - callsOfFirst;
        var elsewhere = (await EnsureAsync(Cards(storage.With(calls)), version)).Picture!;

        Assert.Equal((first, first), (again, elsewhere));
        Assert.InRange(callsOfFirst, 1, 2);
        Assert.Equal((0, 1), (callsOfAgain, calls.Count - callsOfFirst));
        Assert.Matches("^card-[0-9a-f]{64}[.]png$", first.Blob);
        Assert.True(first.IsCard);
        var blob = (await storage.Store.Container(Containers.Media).GetBlobClient(first.Blob).DownloadContentAsync(Cancellation)).Value;
        Assert.Equal("image/png", blob.Details.ContentType);
        Assert.Equal(CardMaker.Make(version.Card!).Value, blob.Content.ToArray());
    }

    [Fact]
    public async Task Two_at_once_store_one_card()
    {
        var version = Slogan("Hai người cùng làm một việc.");

        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => EnsureAsync(Cards(storage.Store), version)));

        Assert.Single(made.Select(card => card.Picture!.Blob).Distinct());
        Assert.All(made, card => Assert.Null(card.Problem));
    }

    [Fact]
    public async Task Other_words_have_another_name()
    {
        var cards = Cards(storage.Store);

        Assert.NotEqual((await EnsureAsync(cards, Slogan("Một."))).Picture!.Blob, (await EnsureAsync(cards, Slogan("Hai."))).Picture!.Blob);
    }

    [Fact]
    public async Task What_needs_no_card_gets_none_and_what_cannot_be_drawn_says_why()
    {
        var cards = Cards(storage.Store);

        Assert.Equal(EnsuredCard.None, await EnsureAsync(cards, CardText.Version(ItemKind.Article, new("Tin", null, "Nội dung"))));
        var broken = await EnsureAsync(cards, Slogan("Giữ 🌳"));
        Assert.Equal((null, nameof(ProblemTexts.GlyphMissing)), (broken.Picture, broken.Problem!.Code));
    }

    private static Task<EnsuredCard> EnsureAsync(CardStore cards, Dissemination.Publishing.PublishableVersion version) =>
        cards.EnsureAsync(version.Id.Item, version.Card, Cancellation);

    private static CardStore Cards(Store store) => new(store, new PublicPictureStore(store, new(store, new()), TimeProvider.System));

    private static Dissemination.Publishing.PublishableVersion Slogan(string text) =>
        CardText.Version(ItemKind.Slogan, new(null, null, text));
}
