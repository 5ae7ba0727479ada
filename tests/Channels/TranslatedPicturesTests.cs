using System.Collections.Immutable;
using Dissemination.Channels;
using Dissemination.Channels.Rendering;
using Dissemination.Content;
using Dissemination.Publishing;
using Dissemination.Tests.Channels.Cards;

namespace Dissemination.Tests.Channels;

/// <summary>The words of pictures in the language of their post.</summary>
public sealed class TranslatedPicturesTests
{
    private static readonly VersionText Original = new("Giữ rừng", null, "Nhà nào cũng làm.");

    [Fact]
    public void Alternative_text_caption_and_drawn_words_are_those_of_the_translation()
    {
        var picture = Assert.Single(PicturesOf(new VersionText("ꪭꪰꪀ ꪜꪱ", null, "ꪋꪴ ꪹꪭꪙ.") { Pictures = "ꪜꪱ\nꪹꪣꪉ\nꪭꪰꪀ ꪙꪾ" }));
        Assert.Equal(("ꪜꪱ\nꪭꪰꪀ ꪙꪾ", "ꪹꪣꪉ\nꪭꪰꪀ ꪙꪾ"), (picture.Alt, picture.Caption));
    }

    [Fact]
    public void What_is_drawn_on_a_picture_is_not_said_below_it_in_the_language_in_which_it_is_drawn()
    {
        var picture = Assert.Single(PicturesOf(translated: null));
        Assert.Equal(("Rừng già\nGiữ nước", "Mường Phăng"), (picture.Alt, picture.Caption));
    }

    [Fact]
    public void A_translation_without_words_for_the_pictures_keeps_the_originals() =>
        Assert.Equal("Rừng già\nGiữ nước", Assert.Single(PicturesOf(new VersionText("ꪭꪰꪀ ꪜꪱ", null, "ꪋꪴ ꪹꪭꪙ."))).Alt);

    [Fact]
    public void Translated_words_stand_in_the_text_of_the_post()
    {
        var version = Version(new VersionText("Tsev", null, "Txhua tsev.") { Pictures = "1\n2\n3" }, "mww-Latn-x-rpa");
        var post = Posts.Article("Txhua tsev.") with { Pictures = Dissemination.Deliveries.Posts.PicturesOf(version) };
        Assert.Contains(
            "Txhua tsev.\n\n2\n3\n\n", PostText.Compose(post, 1000, writeAddresses: false).Parts.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_of_Tai_letters_shows_what_stands_below_and_on_the_pictures()
    {
        var card = Version(new VersionText("ꪭꪰꪀ ꪜꪱ", null, "ꪋꪴ ꪹꪭꪙ.") { Pictures = "ꪜꪱ\nꪹꪣꪉ\nꪭꪰꪀ ꪙꪾ" }).Card!;
        Assert.Equal(["ꪋꪴ ꪹꪭꪙ.", "ꪹꪣꪉ", "ꪭꪰꪀ ꪙꪾ"], card.Text.Select(paragraph => paragraph.Text));
    }

    private static ImmutableArray<PostPicture> PicturesOf(VersionText? translated) =>
        Dissemination.Deliveries.Posts.PicturesOf(Version(translated));

    private static PublishableVersion Version(VersionText? translated, string language = "blt-Tavt")
    {
        var version = CardText.Version(ItemKind.Article, Original, translated is null ? "vi" : language, translated);
        return version with
        {
            Content = version.Content.With([new("items/rung.png", "Rừng già", "Mường Phăng", "Giữ nước")]),
            Pictures = [new("items/rung.png", "abc.png", "image/png", 12, default)],
        };
    }
}
