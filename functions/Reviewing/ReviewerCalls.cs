using System.Collections.Immutable;
using System.Diagnostics;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Reviewing;

/// <summary>Woken by the timer: makes a message for each person whose chat is behind the news of a translation.</summary>
internal sealed class ReviewerCalls(
    Store store,
    Outbox outbox,
    ReviewerViewReader views,
    ReviewerChatStore records,
    ReviewerComments comments,
    ReviewNotificationOptions notifications)
{
    /// <summary>The most news that one invocation looks at; the next tick takes the rest.</summary>
    private const int AtMost = 50;

    /// <summary>
    /// None where no bot is configured, one transaction where nothing is new, and about five for each translation that is. A crash between
    /// leaves the row, and calling twice changes nothing.
    /// </summary>
    public Task CallAsync(CancellationToken cancellationToken) =>
        notifications.IsOn
            ? outbox.DispatchAsync(OutboxTopics.TellReviewers, AtMost, CallAsync, cancellationToken)
            : Task.CompletedTask;

    private async Task<OutboxOutcome> CallAsync(VersionDue due, CancellationToken cancellationToken)
    {
        Activity.Current.Tag(due.Version);
        await CallAsync(due.Text, cancellationToken);
        return OutboxOutcome.Done;
    }

    /// <exception cref="InvalidDataException">The message names no reviewer.</exception>
    public static ReviewerCall Read(string message) => QueueReading.Read(message, ReviewingJson.Default.ReviewerCall);

    /// <param name="after">How long the message stays invisible.</param>
    public Task SendAsync(ReviewerCall call, TimeSpan after, CancellationToken cancellationToken) =>
        store.ReviewerCalls.SendAsync(call, ReviewingJson.Default.ReviewerCall, after, cancellationToken);

    private async Task CallAsync(TextId text, CancellationToken cancellationToken)
    {
        if (await views.FindAsync(text, cancellationToken) is not { } view)
        {
            return;
        }

        var told = await records.ToldAsync(ReviewStamp.CodeOf(text), cancellationToken)
            .ToDictionaryAsync(message => message.Person, cancellationToken: cancellationToken);
        if (!view.IsPending)
        {
            foreach (var settled in told.Values.Where(message => !message.IsOpen))
            {
                await records.ForgetAsync(settled, cancellationToken);
            }
        }

        var concerned = view.Asked.Select(person => person.Id).Concat(told.Keys).Concat(view.Translation.Editors).Distinct();
        foreach (var person in concerned.Where(person => !Steps(view, person, told.GetValueOrDefault(person)).IsEmpty)
            .Union(await comments.WaitingAsync(view, cancellationToken)))
        {
            await SendAsync(new(text, person, Tracing.Current), TimeSpan.Zero, cancellationToken);
        }
    }

    public static ImmutableArray<ReviewerStep> Steps(ReviewerView view, PersonId person, ReviewerMessage? told) =>
        ReviewerSteps.Decide(view.Translation, view.Directory.Find(person), view.Asks(person), told);
}
