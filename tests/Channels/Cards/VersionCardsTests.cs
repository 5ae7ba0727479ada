using Dissemination.Content;

namespace Dissemination.Tests.Channels.Cards;

public sealed class VersionCardsTests
{
    private static readonly VersionText Article = new(
        "Giữ rừng", "Mỗi bản một khu rừng.", "## Vì sao\n\nRừng giữ **nước**.\n\n- một\n- hai");

    [Theory]
    [InlineData(nameof(ItemKind.Article), "vi", false)]
    [InlineData(nameof(ItemKind.Poster), "vi", false)]
    [InlineData(nameof(ItemKind.Article), "mww-Latn-x-rpa", false)]
    [InlineData(nameof(ItemKind.Article), "blt-Tavt", true)]
    [InlineData(nameof(ItemKind.Poster), "twh-Tavt", true)]
    [InlineData(nameof(ItemKind.Slogan), "vi", true)]
    [InlineData(nameof(ItemKind.Quote), "hmn-Latn-x-chv", true)]
    public void Slogans_quotes_and_all_that_is_in_Tai_Viet_have_a_card(string kind, string language, bool has)
    {
        var version = CardText.Version(Enum.Parse<ItemKind>(kind), Article, language, language == "vi" ? null : Article);

        Assert.Equal(has, version.Card is not null);
    }

    [Fact]
    public void A_card_holds_headline_text_headings_speaker_issuer_and_mark()
    {
        var card = CardText.Version(ItemKind.Quote, Article, "blt-Tavt", Article).Card!;

        Assert.Equal(
            ("Giữ rừng", "Bí thư Đảng ủy xã", CardText.Issuer, "Bản mẫu"), (card.Headline, card.Speaker, card.Issuer, card.SampleMark));
        Assert.Equal(
            [new("Mỗi bản một khu rừng."), new("Vì sao", Bold: true), new("Rừng giữ nước."), new("• một"), new("• hai")], card.Text);
    }

    [Fact]
    public void The_alternative_text_of_a_translation_is_in_Vietnamese_and_that_of_an_original_its_own()
    {
        var thai = new VersionText(CardText.Thai, null, CardText.Thai);

        Assert.Equal("Giữ rừng\nMỗi bản một khu rừng.", CardText.Version(ItemKind.Article, Article, "blt-Tavt", thai).Card!.Alt);
        Assert.Equal(
            "Nói đi đôi với làm. — Bí thư Đảng ủy xã",
            CardText.Version(ItemKind.Quote, new(null, null, "Nói *đi đôi* với làm.")).Card!.Alt);
        Assert.InRange(
            CardText.Version(ItemKind.Slogan, new(null, null, string.Join(' ', Enumerable.Repeat("chữ", 500)))).Card!.Alt.Length, 380, 400);
    }
}
