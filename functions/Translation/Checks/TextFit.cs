using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Channels;
using Dissemination.Channels.Cards;
using Dissemination.Channels.Rendering;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks;

/// <summary>
/// Renders a translation for every channel and lays out its card, as it will be done when it goes out. Only what the original has room for
/// and the translation has not is told: what is too long in Vietnamese too, its office decided on.
/// </summary>
internal sealed class TextFit(IEnumerable<IChannel> channels, SiteAddress site)
{
    private readonly ImmutableArray<IChannel> _channels =
        [.. channels.Where(channel => channel.Kind is not (ChannelKind.Website or ChannelKind.TelegramVoice))];

    /// <summary>As long as any short link is.</summary>
    private readonly string _link = site.ShortLink("xxxxxxxxxxxxx");

    public IEnumerable<Finding> Find(Language language, ItemContent content, VersionText target)
    {
        var card = VersionCards.For(language.Tag, content, target, content.Sample);
        return [.. OnChannels(language, content, target, card), .. card is null ? [] : OnCard(card, language, content, target)];
    }

    private IEnumerable<Finding> OnChannels(Language language, ItemContent content, VersionText target, Card? card)
    {
        foreach (var channel in _channels)
        {
            var post = PostOf(channel.Kind, language, content, target, hasCard: card is not null);
            var rendered = channel.Render(post);
            if ((!rendered.Shortened && rendered.Refusal is null)
                || channel.Render(post with { Text = content.Text }) is { Shortened: true } or { Refusal: not null })
            {
                continue;
            }

            var whole = PostText.Compose(
                post with { Overflow = Overflow.Shorten },
                int.MaxValue,
                writeAddresses: channel.Kind is not ChannelKind.Telegram).Parts[0].Length;
            yield return rendered.Refusal is null
                ? Whole(nameof(ProblemTexts.ChannelCutsText), target, channel.Kind.ToString(), Number(whole), Number(rendered.Text.Length))
                : Whole(nameof(ProblemTexts.ChannelRefusesText), target, channel.Kind.ToString(), Number(whole));
        }
    }

    private static IEnumerable<Finding> OnCard(Card card, Language language, ItemContent content, VersionText target)
    {
        var layout = CardComposer.Compose(card);
        if (layout.Problem is { } problem)
        {
            // Without its card the post does not go out.
            yield return AtCharacter(problem, target);
        }
        else if (layout.Value!.WordsLeftOut is > 0 and var leftOut
            && VersionCards.For(language.Tag, content, content.Text, content.Sample) is { } original
            && CardComposer.Compose(original).Value is { WordsLeftOut: 0 })
        {
            yield return Whole(nameof(ProblemTexts.CardCutsText), target, Number(leftOut));
        }
    }

    private Post PostOf(ChannelKind channel, Language language, ItemContent content, VersionText text, bool hasCard)
    {
        var id = new DeliveryId(new(content.Id, 1, language.Tag), new(new("xa"), channel.ToString()));
        var pictures = ImmutableArray.CreateBuilder<PostPicture>();
        if (hasCard)
        {
            pictures.Add(new("card.png", "image/png", "", IsCard: true));
        }

        pictures.AddRange(PictureTexts.Translated(content.Pictures, text.Pictures).Select(picture =>
            PostPictures.WithWords(new(picture.File, "image/png", ""), picture, isTranslation: !ReferenceEquals(text, content.Text))));

        return new(
            id,
            content.Kind,
            text,
            content.Issuer,
            content.Speaker,
            _link,
            pictures.ToImmutable(),
            content.Sample,
            default,
            content.Overflow);
    }

    /// <summary>A character that the font does not have is pointed at; what does not fit is all of the text.</summary>
    private static Finding AtCharacter(Problem problem, VersionText target)
    {
        if (problem is { Code: nameof(ProblemTexts.GlyphMissing), Arguments: [var character, ..] })
        {
            foreach (var (part, text) in new[] { (TextPart.Title, target.Title ?? ""), (
                TextPart.Summary, target.Summary ?? ""), (TextPart.Body, target.Body) })
            {
                if (text.IndexOf(character, StringComparison.Ordinal) is >= 0 and var at)
                {
                    return new(problem.Code, Severity.Error, part, at, character.Length, problem.Arguments);
                }
            }
        }

        return new(problem.Code, Severity.Error, TextPart.Body, 0, target.Body.Length, problem.Arguments);
    }

    private static Finding Whole(string code, VersionText target, params ReadOnlySpan<string> arguments) =>
        new(code, Severity.Warning, TextPart.Body, 0, target.Body.Length, [.. arguments]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
