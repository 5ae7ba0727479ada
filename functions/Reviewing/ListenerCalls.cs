using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Recordings;

namespace Dissemination.Reviewing;

/// <summary>
/// Brings a recording that waits for a second person into the chats of those who may listen to it, and says there what became of it.
/// </summary>
internal sealed class ListenerCalls(
    Store store,
    Outbox outbox,
    RecordingReader recordings,
    SpokenVersionReader texts,
    ListenerChat chat,
    AlertStore alerts,
    ReviewNotificationOptions notifications)
{
    private const int AtMost = 20;

    private static readonly ReviewingJson Json = ReviewingJson.Default;

    /// <summary>
    /// None where no bot is configured, one transaction where nothing is new; else six for each recording, and one for each person. What
    /// Telegram puts off comes with the next tick; who has it already gets it no second time.
    /// </summary>
    public Task CallAsync(CancellationToken cancellationToken) => notifications.IsOn
        ? outbox.DispatchAsync(
            OutboxTopics.TellListeners,
            AtMost,
            async (due, token) => await SeeToAsync(due.Text, token) ? OutboxOutcome.Done : OutboxOutcome.Later,
            cancellationToken)
        : Task.CompletedTask;

    /// <summary>What was told of a recording, by its code. One transaction.</summary>
    public ValueTask<List<ListenerMessage>> ToldAsync(string code, CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(Keys.Editorial, KeysOfReviewing.ListenerMessages(code), Json.ListenerMessage, cancellationToken)
            .Select(row => row.Value)
            .ToListAsync(cancellationToken);

    /// <returns>Whether all who are to hear of it have.</returns>
    public async Task<bool> SeeToAsync(TextId text, CancellationToken cancellationToken)
    {
        if (await texts.FindAsync(text, cancellationToken) is not { } version
            || await recordings.FindAsync(text, cancellationToken) is not { Value: var recording })
        {
            return true;
        }

        var (stamp, isWaiting) = (ListenerButton.StampOf(recording), recording.State is RecordingState.InReview);
        var told = await ToldAsync(ListenerButton.CodeOf(text), cancellationToken);
        var all = true;
        foreach (var over in told.Where(message => !isWaiting || message.Stamp != stamp))
        {
            all &= await chat.SettleAsync(version, recording, over, cancellationToken) && await ForgetAsync(over, cancellationToken);
        }

        var asked = isWaiting ? Asked(version, recording) : [];
        foreach (var person in asked.Where(person => told.All(message => message.Person != person.Id || message.Stamp != stamp)))
        {
            all &= await AskAsync(version, recording, person, cancellationToken);
        }

        return all;
    }

    /// <summary>Those who may approve it on its page, and have joined the bot.</summary>
    private static IEnumerable<Person> Asked(SpokenVersion version, Recording recording) =>
        version.Directory.People.Where(
            person => person.Telegram is not null && !recording.Readers.Contains(person.Id) && version.WhyNot(person) is null);

    private async Task<bool> AskAsync(SpokenVersion version, Recording recording, Person person, CancellationToken cancellationToken)
    {
        var sent = await chat.AskAsync(version, recording, person, cancellationToken);
        if (sent is ReviewerOutcome.Closed)
        {
            await alerts.RaiseClosedChatAsync(person, cancellationToken);
        }
        else if (sent is ReviewerOutcome.Later or ReviewerOutcome.Failed)
        {
            return false;
        }

        var message = new ListenerMessage(
            recording.Text,
            person.Id,
            person.Telegram!.Value,
            (sent as ReviewerOutcome.Done)?.Message,
            ListenerButton.StampOf(recording));
        return await new Transaction(Keys.Editorial).Put(KeyOf(message), message, Json.ListenerMessage)
            .CommitAsync(store.Editorial, cancellationToken);
    }

    private Task<bool> ForgetAsync(ListenerMessage message, CancellationToken cancellationToken) =>
        new Transaction(Keys.Editorial).Delete(KeyOf(message)).CommitAsync(store.Editorial, cancellationToken);

    private static string KeyOf(ListenerMessage message) =>
        KeysOfReviewing.ListenerMessage(ListenerButton.CodeOf(message.Text), message.Person.Value);
}
