using Dissemination.Channels.Rendering;
using Dissemination.Channels.Telegram;
using Telegram.Bot.Types.Enums;

namespace Dissemination.Tests.Channels.Telegram;

public sealed class TelegramMessageTests
{
    [Fact]
    public void Of_more_styles_than_Telegram_shows_the_links_stay()
    {
        var message = new TelegramMessage(
            new('a', 240), [.. Enumerable.Range(0, 120).Select(at => Span(at < 110 ? TextStyle.Bold : TextStyle.Link, at * 2))], null);

        var shown = message.Entities().ToList();

        Assert.Equal(
            (TelegramMessage.MostEntities, 10),
            (shown.Count, shown.Count(entity => entity is { Type: MessageEntityType.TextLink, Url: not null })));
        Assert.Equal(shown.Select(entity => entity.Offset).Order(), shown.Select(entity => entity.Offset));
    }

    private static TextSpan Span(TextStyle style, int start) =>
        new(style, start, 1, style is TextStyle.Link ? "https://dienbien.gov.vn/" : null);
}
