using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Translation;
using Telegram.Bot.Types.ReplyMarkups;

namespace Dissemination.Reviewing;

/// <summary>The buttons below a message.</summary>
internal static class ReviewerKeyboard
{
    public static InlineKeyboardMarkup Ask(TranslatedVersion translation, SiteAddress site, ReviewerTexts texts)
    {
        InlineKeyboardButton[] acts =
        [
            InlineKeyboardButton.WithCallbackData(texts[nameof(Texts.ApproveTranslation)], ReviewerButton.Approve(translation).ToString()),
            InlineKeyboardButton.WithCallbackData(texts[nameof(Texts.ReturnTranslation)], ReviewerButton.Return(translation).ToString()),
        ];
        return OpenButton(AddressOf(translation.TextId), site, texts) is { } open ? new([[open], acts]) : new([acts]);
    }

    /// <summary>Leads to the page of a translation, and does nothing else.</summary>
    public static InlineKeyboardMarkup? Open(TextId text, SiteAddress site, ReviewerTexts texts) => Open(AddressOf(text), site, texts);

    public static InlineKeyboardMarkup? Open(string path, SiteAddress site, ReviewerTexts texts) =>
        OpenButton(path, site, texts) is { } open ? new(open) : null;

    private static string AddressOf(TextId text) => $"/translations/{text}";

    // Telegram refuses a message whose button leads to the machine that it is read on.
    private static InlineKeyboardButton? OpenButton(string path, SiteAddress site, ReviewerTexts texts) =>
        site.Base.IsLoopback ? null : InlineKeyboardButton.WithUrl(texts[nameof(Texts.ReviewerOpen)], new Uri(site.Base, path).ToString());
}
