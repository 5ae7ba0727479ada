using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Translation.Review;

/// <summary>What people say to one another about a translation: said once, never changed, and brought to whom it concerns.</summary>
internal sealed class CommentService(
    Store store,
    TranslationService translations,
    ItemReader items,
    DirectoryStore directories,
    ReviewNotificationOptions notifications,
    TimeProvider time)
{
    /// <summary>The longest comment, in UTF-16 units.</summary>
    public const int MostLetters = 2_000;

    private static readonly ReviewJson Json = ReviewJson.Default;

    /// <summary>Oldest first. One transaction for each thousand.</summary>
    public IAsyncEnumerable<Comment> OfAsync(TextId about, CancellationToken cancellationToken) =>
        store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.CommentsOf(about.ToString()), Json.Comment, cancellationToken)
            .Select(row => row.Value);

    /// <summary>What a person has not seen yet, oldest first for each text. One transaction.</summary>
    public IAsyncEnumerable<Row<CommentNotification>> NewsOfAsync(PersonId person, CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(Keys.Editorial, Keys.CommentNewsOf(person.Value), Json.CommentNotification, cancellationToken);

    /// <summary>What a person has not seen yet of one text. One transaction.</summary>
    public IAsyncEnumerable<Row<CommentNotification>> NewsOfAsync(PersonId person, TextId about, CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(
            Keys.Editorial, Keys.CommentNewsOf(person.Value, about.ToString()), Json.CommentNotification, cancellationToken);

    /// <summary>
    /// Says something, and in the same transaction leaves it to each whom it concerns. What was said just before is not said again. Who
    /// answers has seen what was said before. Six transactions.
    /// </summary>
    /// <param name="segment">Of which segment, counted from 1; null where it is of all of the text.</param>
    public async Task<Result<Comment>> AddAsync(TextId about, string? text, int? segment, Person by, CancellationToken cancellationToken)
    {
        var words = TranslatedText.Normalise(null, null, text).Body ?? "";
        if (words.Length is 0 or > MostLetters)
        {
            return words.Length == 0
                ? new Problem(nameof(ProblemTexts.CommentEmpty))
                : new Problem(nameof(ProblemTexts.CommentTooLong), null, LocalTime.Number(MostLetters));
        }

        if (await translations.FindAsync(about, cancellationToken) is not { Value: var translation }
            || await items.RevisionAsync(about.Item, about.Revision, cancellationToken) is not { Content: var content })
        {
            return new Problem(nameof(ProblemTexts.TranslationNotFound), null, about.ToString());
        }

        if (segment < 1 || segment > translation.Segments.Length)
        {
            return new Problem(nameof(ProblemTexts.SegmentNotFound));
        }

        var comment = new Comment(about.Version, by.Id, time.GetUtcNow(), words, segment, about.Commune);
        var earlier = await OfAsync(about, cancellationToken).ToListAsync(cancellationToken);
        if (earlier.Find(comment.Repeats) is { } said)
        {
            return said;
        }

        var transaction = new Transaction(Keys.Editorial)
            .Put(Keys.Comment(about.ToString(), comment.At, by.Id.Value), comment, Json.Comment);
        await TellAsync(transaction, comment, (translation, content), earlier, cancellationToken);
        await transaction.CommitAsync(store.Editorial, cancellationToken);
        await SeenAsync(by.Id, about, cancellationToken);
        return comment;
    }

    /// <summary>Leaves a comment to each whom it concerns.</summary>
    private async Task TellAsync(
        Transaction transaction,
        Comment comment,
        (TranslatedVersion Translation, ItemContent Content) text,
        IReadOnlyList<Comment> earlier,
        CancellationToken cancellationToken)
    {
        var (translation, content) = text;
        var about = translation.TextId;
        var directory = await directories.CurrentAsync(cancellationToken);
        var asked = ReviewerChoice.Of(translation, content, directory, comment.At);
        foreach (var person in CommentAudience.Of(translation, earlier, asked, comment.By, directory))
        {
            transaction.Put(
                Keys.CommentNews(person.Value, about.ToString(), comment.At, comment.By.Value),
                new CommentNotification(person, comment, content.Text.Headline, IsTold: false),
                Json.CommentNotification);
        }

        if (notifications.IsOn && transaction.Count > 1)
        {
            transaction.HandOver(OutboxTopics.TellReviewers, VersionDue.Of(about, comment.At));
        }
    }

    /// <summary>A person has seen what was said about a text. Two transactions; one where nothing was new.</summary>
    public async Task SeenAsync(PersonId person, TextId about, CancellationToken cancellationToken)
    {
        var seen = new Transaction(Keys.Editorial);
        await foreach (var row in NewsOfAsync(person, about, cancellationToken).Take(Transaction.Limit))
        {
            seen.Delete(row);
        }

        await seen.CommitAsync(store.Editorial, cancellationToken);
    }

    /// <summary>The bot told a person of it. Where the person has seen it meanwhile, nothing is kept.</summary>
    public Task ToldAsync(Row<CommentNotification> news, CancellationToken cancellationToken) =>
        new Transaction(Keys.Editorial).Replace(news, news.Value with { IsTold = true }, Json.CommentNotification)
            .CommitAsync(store.Editorial, cancellationToken);
}
