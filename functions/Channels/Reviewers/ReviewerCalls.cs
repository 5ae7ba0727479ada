using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Review;

namespace Dissemination.Channels.Reviewers;

/// <summary>Woken by the timer: makes a message for each person whose chat is behind the news of a translation.</summary>
internal sealed class ReviewerCalls(Store store, ReviewerSights sights, ReviewerRecords records, ReviewerComments comments, ReviewHerald herald)
{
    /// <summary>The most news that one invocation looks at; the next tick takes the rest.</summary>
    private const int AtMost = 50;

    /// <summary>None where no bot is configured, one transaction where nothing is new, and about five for each translation that is. A crash between leaves the row, and calling twice changes nothing.</summary>
    public async Task CallAsync(CancellationToken cancellation)
    {
        if (!herald.IsOn)
        {
            return;
        }

        await foreach (var row in store.Editorial.StartingWithAsync(Keys.Editorial, Keys.ReviewNewsPrefix, ContentJson.Default.Due, cancellation).Take(AtMost))
        {
            using var span = Tracing.Continue("call-reviewers", row.Value.TraceParent).Tag(row.Value.Version);
            await CallAsync(row.Value.Text, cancellation);
            await new Transaction(Keys.Editorial).Delete(row).CommitAsync(store.Editorial, cancellation);
        }
    }

    /// <param name="after">How long the message stays invisible.</param>
    public Task SendAsync(ReviewerCall call, TimeSpan after, CancellationToken cancellation) =>
        store.ReviewerCalls.SendAsync(call, ReviewersJson.Default.ReviewerCall, after, cancellation);

    private async Task CallAsync(TextId text, CancellationToken cancellation)
    {
        if (await sights.FindAsync(text, cancellation) is not { } sight)
        {
            return;
        }

        var told = await records.ToldAsync(ReviewStamp.CodeOf(text), cancellation).ToDictionaryAsync(message => message.Person, cancellationToken: cancellation);
        if (!sight.IsPending)
        {
            foreach (var settled in told.Values.Where(message => !message.IsOpen))
            {
                await records.ForgetAsync(settled, cancellation);
            }
        }

        var concerned = sight.Asked.Select(person => person.Id).Concat(told.Keys).Concat(sight.Translation.Editors).Distinct();
        foreach (var person in concerned.Where(person => !Steps(sight, person, told.GetValueOrDefault(person)).IsEmpty).Union(await comments.WaitingAsync(sight, cancellation)))
        {
            await SendAsync(new(text, person, Tracing.Current), TimeSpan.Zero, cancellation);
        }
    }

    public static ImmutableArray<ReviewerStep> Steps(ReviewerSight sight, PersonId person, ReviewerMessage? told) =>
        ReviewerSteps.Decide(sight.Translation, sight.Directory.Find(person), sight.Asks(person), told);
}
