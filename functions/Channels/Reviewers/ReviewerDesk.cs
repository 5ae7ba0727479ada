using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Translation.Review;

namespace Dissemination.Channels.Reviewers;

/// <summary>Brings a person's chat in line with a translation: asks, tells what became of it, and takes off buttons that are over.</summary>
internal sealed class ReviewerDesk(
    ReviewerSights sights, ReviewerRecords records, ReviewerCalls calls, ReviewerComments comments, ReviewerBot bot, TextJudge judge, ReviewHerald herald, NoticeBoard notices, SiteAddress site)
{
    /// <summary>The kind of the notices about people whom the bot does not reach; their subject is the person.</summary>
    public const string NoticeKind = "reviewer";

    /// <summary>When a call that failed is made again.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    // Nobody asked in a language of his or her own.
    private static readonly ReviewerTexts Words = ReviewerTexts.Vietnamese;

    /// <summary>Woken by the queue. What Telegram puts off goes back to it; what failed is the host's to repeat, and comes at worst twice.</summary>
    public async Task SeeToAsync(ReviewerCall call, CancellationToken cancellation)
    {
        using var span = Tracing.Continue("tell-reviewer", call.TraceParent).Tag(call.Text.Version);
        switch (await DoAsync(call, cancellation))
        {
            case ReviewerOutcome.Later later:
                await calls.SendAsync(call, later.After, cancellation);
                break;
            case ReviewerOutcome.Refused or ReviewerOutcome.Failed:
                throw new InvalidOperationException($"Telegram did not take a message about {call.Text}.");
        }
    }

    /// <summary>The same at once, for somebody who just did something; the queue does what does not come about.</summary>
    public async Task SeeToNowAsync(ReviewerCall call, CancellationToken cancellation)
    {
        if (await DoAsync(call, cancellation) is { } outcome)
        {
            await calls.SendAsync(call, outcome is ReviewerOutcome.Later later ? later.After : Soon, cancellation);
        }
    }

    /// <returns>What kept a step from being done; null where all are.</returns>
    private async Task<ReviewerOutcome?> DoAsync(ReviewerCall call, CancellationToken cancellation)
    {
        if (!herald.IsOn || await sights.FindAsync(call.Text, cancellation) is not { } sight)
        {
            return null;
        }

        var told = await records.ToldAsync(call.Text, call.Person, cancellation);
        foreach (var step in ReviewerCalls.Steps(sight, call.Person, told))
        {
            var outcome = step switch
            {
                ReviewerStep.Settle => await SettleAsync(sight, told!, cancellation),
                ReviewerStep.Ask => await AskAsync(sight, sight.Directory.Find(call.Person)!, cancellation),
                _ => await TellReturnedAsync(sight, sight.Directory.Find(call.Person)!, cancellation),
            };
            if (outcome is not ReviewerOutcome.Done)
            {
                return outcome;
            }
        }

        return await comments.TellAsync(sight, call.Person, cancellation);
    }

    private async Task<ReviewerOutcome> SettleAsync(ReviewerSight sight, ReviewerMessage told, CancellationToken cancellation)
    {
        var edited = told.Message is { } message
            ? await bot.EditAsync(told.Chat, message, Words.Settled(sight, told.Person), ReviewerKeyboard.Open(told.Text, site, Words), cancellation)
            : new ReviewerOutcome.Done();
        if (edited is ReviewerOutcome.Later or ReviewerOutcome.Failed)
        {
            return edited;
        }

        // A message that was deleted, or whose person blocked the bot, has no buttons to press either.
        await (sight.IsPending ? records.KeepAsync(told with { IsOpen = false }, cancellation) : records.ForgetAsync(told, cancellation));
        return new ReviewerOutcome.Done();
    }

    private async Task<ReviewerOutcome> AskAsync(ReviewerSight sight, Person person, CancellationToken cancellation)
    {
        var findings = await judge.JudgeAsync(sight.Translation, sight.Source, cancellation);
        var dismissed = sight.Translation.Dismissals.Select(dismissal => dismissal.Finding).ToHashSet(StringComparer.Ordinal);
        var warnings = findings.Count(finding => !finding.IsError && !dismissed.Contains(finding.Key));
        var sent = await bot.SendAsync(person.Telegram!.Value, Words.Ask(sight, warnings), ReviewerKeyboard.Ask(sight.Translation, site, Words), cancellation);
        return await KeepAsync(sight, person, sent, isOpen: true, cancellation);
    }

    private async Task<ReviewerOutcome> TellReturnedAsync(ReviewerSight sight, Person person, CancellationToken cancellation)
    {
        var sent = await bot.SendAsync(person.Telegram!.Value, Words.Returned(sight, person.Id), ReviewerKeyboard.Open(sight.Translation.TextId, site, Words), cancellation);
        return await KeepAsync(sight, person, sent, isOpen: false, cancellation);
    }

    /// <summary>One closed chat stays one: its person is named to those who can help, and has the inbox.</summary>
    private async Task<ReviewerOutcome> KeepAsync(ReviewerSight sight, Person person, ReviewerOutcome sent, bool isOpen, CancellationToken cancellation)
    {
        if (sent is ReviewerOutcome.Closed)
        {
            await notices.RaiseAsync(NoticeKind, person.Id.Value, new(nameof(ProblemTexts.ReviewerChatClosed), null, person.Name), retry: null, person.Commune?.Value, cancellation);
        }
        else if (sent is not ReviewerOutcome.Done)
        {
            return sent;
        }

        var message = (sent as ReviewerOutcome.Done)?.Message;
        await records.KeepAsync(new(sight.Translation.TextId, person.Id, person.Telegram!.Value, message, ReviewStamp.Of(sight.Translation), isOpen), cancellation);
        return new ReviewerOutcome.Done();
    }
}
