using Dissemination.Content;
using Dissemination.Translation;

namespace Dissemination.Reviewing;

/// <summary>
/// Brings a person's chat in line with a translation: asks, tells what became of it, and takes off buttons that are over.
/// </summary>
internal sealed class ReviewNotifier(
    ReviewerViewReader views,
    ReviewerChatStore records,
    ReviewerCalls calls,
    ReviewerComments comments,
    ReviewerChat chat,
    ReviewNotificationOptions notifications)
{
    /// <summary>The kind of the alerts about people whom the bot does not reach; their subject is the person.</summary>
    public const string AlertKind = "reviewer";

    /// <summary>When a call that failed is made again.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Woken by the queue. What Telegram puts off goes back to it; what failed is the host's to repeat, and comes at worst twice.
    /// </summary>
    public async Task SeeToAsync(ReviewerCall call, CancellationToken cancellationToken)
    {
        using var span = Tracing.Continue("tell-reviewer", call.TraceParent).Tag(call.Text.Version);
        switch (await DoAsync(call, cancellationToken))
        {
            case ReviewerOutcome.Later later:
                await calls.SendAsync(call, later.After, cancellationToken);
                break;
            case ReviewerOutcome.Refused or ReviewerOutcome.Failed:
                throw new InvalidOperationException($"Telegram did not take a message about {call.Text}.");
        }
    }

    /// <summary>The same at once, for somebody who just did something; the queue does what does not come about.</summary>
    public async Task SeeToNowAsync(ReviewerCall call, CancellationToken cancellationToken)
    {
        if (await DoAsync(call, cancellationToken) is { } outcome)
        {
            await calls.SendAsync(call, outcome is ReviewerOutcome.Later later ? later.After : Soon, cancellationToken);
        }
    }

    /// <returns>What kept a step from being done; null where all are.</returns>
    private async Task<ReviewerOutcome?> DoAsync(ReviewerCall call, CancellationToken cancellationToken)
    {
        if (!notifications.IsOn || await views.FindAsync(call.Text, cancellationToken) is not { } view)
        {
            return null;
        }

        var told = await records.ToldAsync(call.Text, call.Person, cancellationToken);
        foreach (var step in ReviewerCalls.Steps(view, call.Person, told))
        {
            var outcome = step switch
            {
                ReviewerStep.Settle => await chat.SettleAsync(view, told!, cancellationToken),
                ReviewerStep.Ask => await chat.AskAsync(view, view.Directory.Find(call.Person)!, cancellationToken),
                _ => await chat.TellReturnedAsync(view, view.Directory.Find(call.Person)!, cancellationToken),
            };
            if (outcome is not ReviewerOutcome.Done)
            {
                return outcome;
            }
        }

        return await comments.TellAsync(view, call.Person, cancellationToken);
    }
}
