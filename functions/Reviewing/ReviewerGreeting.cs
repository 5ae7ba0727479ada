using Dissemination.Alerts;
using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Translation;
using Telegram.Bot.Types;

namespace Dissemination.Reviewing;

/// <summary>Answers whoever writes to the bot without being asked.</summary>
internal sealed class ReviewerGreeting(
    ReviewerBot bot, TranslationService translations, AlertStore alerts, DirectoryStore directories, SiteAddress site)
{
    /// <summary>Who one is to the program, and what waits. Whoever writes can be reached again.</summary>
    public async Task GreetAsync(Message message, Person person, ReviewerTexts texts, CancellationToken cancellationToken)
    {
        await alerts.DismissAsync(ReviewNotifier.AlertKind, AlertStore.KeyOf(person.Id.Value), cancellationToken);
        if (person.Commune is not { } commune || !person.Is(Role.Communicator))
        {
            await bot.SayAsync(message.Chat.Id, texts.Hello(person), markup: null, cancellationToken);
            return;
        }

        var (reviews, drafts, andMore) = (0, 0, false);
        var directory = await directories.CurrentAsync(cancellationToken);
        foreach (var language in person.Languages.Where(language => !language.IsVietnamese))
        {
            var page = await translations.InboxAsync(language, continuation: null, cancellationToken);
            var open = page.Rows.Where(row => row.Value.IsFor(commune, directory)).ToList();
            reviews += open.Count(row => row.Value.State is TranslationState.InReview);
            drafts += open.Count(row => row.Value.State is not TranslationState.InReview);
            andMore |= page.Next is not null;
        }

        await bot.SayAsync(
            message.Chat.Id,
            $"{texts.Hello(person)}\n{texts.Waiting(reviews, drafts, andMore)}",
            ReviewerKeyboard.Open("/inbox", site, texts),
            cancellationToken);
    }
}
