using Dissemination.Channels.Cards;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Translation;

namespace Dissemination.Tests.Channels.Cards;

/// <summary>Cards and the versions that they are of, as tests speak of them.</summary>
internal static class CardText
{
    public const string Thai = "ꪭꪰꪀ ꪎꪱ ꪜꪱ ꪹꪜꪸꪙ ꪭꪰꪀ ꪎꪱ ꪙꪾ ꪻꪬ ꪚꪱꪙ.";

    public const string Issuer = "Ban Tuyên giáo và Dân vận Tỉnh ủy Điện Biên (mẫu)";

    public static Card Slogan(string text) => new(ItemKind.Slogan, null, [new(text)], null, Issuer, "Bản mẫu");

    public static Card Quote(string text, string speaker = "Lãnh đạo tỉnh (mẫu)") =>
        new(ItemKind.Quote, null, [new(text)], speaker, Issuer, null);

    public static Card Article(string headline, params IEnumerable<string> paragraphs) =>
        new(ItemKind.Article, headline, [.. paragraphs.Select(text => new CardParagraph(text))], null, Issuer, null);

    public static PublishableVersion Version(ItemKind kind, VersionText source, string language = "vi", VersionText? translated = null)
    {
        var id = new VersionId(new("giu-rung"), 1, new LanguageTag(language));
        var content = new ItemContent
        {
            Id = id.Item,
            Kind = kind,
            Text = source,
            Issuer = Issuer,
            Speaker = kind is ItemKind.Quote ? "Bí thư Đảng ủy xã" : null,
        };
        var item = new Item
        {
            Id = id.Item,
            Revision = 1,
            ContentHash = "",
            SourceFile = "items/giu-rung.md",
            HandIn = default,
            Kind = kind,
            Headline = source.Headline,
            Sample = false,
            AcceptedAt = Posts.Morning,
        };
        var translation = translated is null
            ? null
            : new TranslatedVersion
            {
                Id = id,
                State = TranslationState.Approved,
                Text = translated,
                SourceHash = "",
                ChangedAt = Posts.Morning,
                Sample = true,
            };
        return new(id, item, content, translation, []);
    }
}
