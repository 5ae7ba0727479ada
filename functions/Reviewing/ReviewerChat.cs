using Dissemination.Alerts;
using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Translation.Checks;

namespace Dissemination.Reviewing;

/// <summary>What a person's chat is told about a translation, one step at a time, and the memory of it.</summary>
internal sealed class ReviewerChat(
    ReviewerChatStore records, ReviewerBot bot, TextChecker checker, AlertStore alerts, SiteAddress site)
{
    // Nobody asked in a language of his or her own.
    private static readonly ReviewerTexts Words = ReviewerTexts.Vietnamese;

    /// <summary>The message with buttons is over: it says what became of the translation.</summary>
    public async Task<ReviewerOutcome> SettleAsync(ReviewerView view, ReviewerMessage told, CancellationToken cancellationToken)
    {
        var edited = told.Message is { } message
            ? await bot.EditAsync(
                told.Chat, message, Words.Settled(view, told.Person), ReviewerKeyboard.Open(told.Text, site, Words), cancellationToken)
            : new ReviewerOutcome.Done();
        if (edited is ReviewerOutcome.Later or ReviewerOutcome.Failed)
        {
            return edited;
        }

        // A message that was deleted, or whose person blocked the bot, has no buttons to press either.
        await (
            view.IsPending
                ? records.KeepAsync(told with { IsOpen = false }, cancellationToken)
                : records.ForgetAsync(told, cancellationToken));
        return new ReviewerOutcome.Done();
    }

    /// <summary>Asks the person to review.</summary>
    public async Task<ReviewerOutcome> AskAsync(ReviewerView view, Person person, CancellationToken cancellationToken)
    {
        var findings = await checker.CheckAsync(view.Translation.Id.Language, view.Translation.Text, view.Source, cancellationToken);
        var dismissed = view.Translation.Dismissals.Select(dismissal => dismissal.Finding).ToHashSet(StringComparer.Ordinal);
        var warnings = findings.Count(finding => !finding.IsError && !dismissed.Contains(finding.Key));
        var sent = await bot.SendAsync(
            person.Telegram!.Value, Words.Ask(view, warnings), ReviewerKeyboard.Ask(view.Translation, site, Words), cancellationToken);
        return await KeepAsync(view, person, sent, isOpen: true, cancellationToken);
    }

    /// <summary>Whoever wrote it hears that it came back, and why.</summary>
    public async Task<ReviewerOutcome> TellReturnedAsync(ReviewerView view, Person person, CancellationToken cancellationToken)
    {
        var sent = await bot.SendAsync(
            person.Telegram!.Value,
            Words.Returned(view, person.Id),
            ReviewerKeyboard.Open(view.Translation.TextId, site, Words),
            cancellationToken);
        return await KeepAsync(view, person, sent, isOpen: false, cancellationToken);
    }

    /// <summary>One closed chat stays one: its person is named to those who can help, and has the inbox.</summary>
    private async Task<ReviewerOutcome> KeepAsync(
        ReviewerView view, Person person, ReviewerOutcome sent, bool isOpen, CancellationToken cancellationToken)
    {
        if (sent is ReviewerOutcome.Closed)
        {
            await alerts.RaiseClosedChatAsync(person, cancellationToken);
        }
        else if (sent is not ReviewerOutcome.Done)
        {
            return sent;
        }

        var message = (sent as ReviewerOutcome.Done)?.Message;
        await records.KeepAsync(
            new(view.Translation.TextId, person.Id, person.Telegram!.Value, message, ReviewStamp.Of(view.Translation), isOpen),
            cancellationToken);
        return new ReviewerOutcome.Done();
    }
}
