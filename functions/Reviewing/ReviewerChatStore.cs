using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Reviewing;

/// <summary>
/// What is kept of the chats: which message is about which translation, and which asks for a reason. Never what somebody wrote.
/// </summary>
internal sealed class ReviewerChatStore(Store store, TimeProvider time)
{
    private static readonly ReviewingJson Json = ReviewingJson.Default;

    /// <summary>What was told of a translation, by its code. One transaction.</summary>
    public IAsyncEnumerable<ReviewerMessage> ToldAsync(string code, CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(Keys.Editorial, KeysOfReviewing.ReviewerMessages(code), Json.ReviewerMessage, cancellationToken)
            .Select(row => row.Value);

    public async Task<ReviewerMessage?> ToldAsync(TextId text, PersonId person, CancellationToken cancellationToken) =>
        (await store.Editorial.FindAsync(Keys.Editorial, KeyOf(text, person), Json.ReviewerMessage, cancellationToken))?.Value;

    public Task KeepAsync(ReviewerMessage told, CancellationToken cancellationToken) =>
        new Transaction(Keys.Editorial).Put(KeyOf(told.Text, told.Person), told, Json.ReviewerMessage)
            .CommitAsync(store.Editorial, cancellationToken);

    /// <summary>Nothing more will be told of it.</summary>
    public Task ForgetAsync(ReviewerMessage told, CancellationToken cancellationToken) =>
        new Transaction(Keys.Editorial).Delete(KeyOf(told.Text, told.Person)).CommitAsync(store.Editorial, cancellationToken);

    /// <summary>Keeps a question, and forgets those of the same person that nobody answered in time. Two or three transactions.</summary>
    public async Task KeepAsync(PersonId person, int message, ReasonQuestion question, CancellationToken cancellationToken)
    {
        await new Transaction(Keys.Editorial).Put(KeysOfReviewing.ReasonQuestion(person.Value, message), question, Json.ReasonQuestion)
            .CommitAsync(store.Editorial, cancellationToken);
        var expired = store.Editorial
            .StartingWithAsync(Keys.Editorial, KeysOfReviewing.ReasonQuestions(person.Value), Json.ReasonQuestion, cancellationToken)
            .Where(row => row.Value.IsExpired(time.GetUtcNow()))
            .Take(Transaction.Limit);
        var forgotten = new Transaction(Keys.Editorial);
        await foreach (var row in expired)
        {
            forgotten.Delete(row);
        }

        await forgotten.CommitAsync(store.Editorial, cancellationToken);
    }

    public async Task<ReasonQuestion?> QuestionAsync(PersonId person, int message, CancellationToken cancellationToken) =>
        (await store.Editorial.FindAsync(
            Keys.Editorial, KeysOfReviewing.ReasonQuestion(person.Value, message), Json.ReasonQuestion, cancellationToken))?.Value;

    public Task ForgetQuestionAsync(PersonId person, int message, CancellationToken cancellationToken) =>
        new Transaction(Keys.Editorial).Delete(KeysOfReviewing.ReasonQuestion(person.Value, message))
            .CommitAsync(store.Editorial, cancellationToken);

    private static string KeyOf(TextId text, PersonId person) => KeysOfReviewing.ReviewerMessage(ReviewStamp.CodeOf(text), person.Value);
}
