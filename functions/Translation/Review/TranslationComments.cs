using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Translation.Review;

/// <summary>What people say to one another about a translation: said once, never changed, and brought to whom it concerns.</summary>
internal sealed class TranslationComments(Store store, Translations translations, Items items, DirectoryStore directories, ReviewHerald herald, TimeProvider time)
{
    /// <summary>The longest comment, in UTF-16 units.</summary>
    public const int MostLetters = 2_000;

    private static readonly TranslationJson Json = TranslationJson.Default;

    /// <summary>Oldest first. One transaction for each thousand.</summary>
    public IAsyncEnumerable<Comment> OfAsync(TextId about, CancellationToken cancellation) =>
        store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.CommentsOf(about.ToString()), Json.Comment, cancellation)
            .Select(row => row.Value);

    /// <summary>What a person has not seen yet, oldest first for each text. One transaction.</summary>
    public IAsyncEnumerable<Row<CommentNews>> NewsOfAsync(PersonId person, CancellationToken cancellation) =>
        store.Editorial.StartingWithAsync(Keys.Editorial, Keys.CommentNewsOf(person.Value), Json.CommentNews, cancellation);

    /// <summary>What a person has not seen yet of one text. One transaction.</summary>
    public IAsyncEnumerable<Row<CommentNews>> NewsOfAsync(PersonId person, TextId about, CancellationToken cancellation) =>
        store.Editorial.StartingWithAsync(Keys.Editorial, Keys.CommentNewsOf(person.Value, about.ToString()), Json.CommentNews, cancellation);

    /// <summary>Says something, and in the same transaction leaves it to each whom it concerns. Who answers has seen what was said before. Six transactions.</summary>
    /// <param name="segment">Of which segment, counted from 1; null where it is of all of the text.</param>
    public async Task<Result<Comment>> AddAsync(TextId about, string? text, int? segment, Person by, CancellationToken cancellation)
    {
        if (TranslatedText.Normalise(null, null, text).Body is not { Length: > 0 } words)
        {
            return new Problem(nameof(ProblemTexts.CommentEmpty));
        }

        if (words.Length > MostLetters)
        {
            return new Problem(nameof(ProblemTexts.CommentTooLong), null, LocalTime.Number(MostLetters));
        }

        if (await translations.FindAsync(about, cancellation) is not { Value: var translation } || await items.RevisionAsync(about.Item, about.Revision, cancellation) is not { Content: var content })
        {
            return new Problem(nameof(ProblemTexts.TranslationNotFound), null, about.ToString());
        }

        if (segment < 1 || segment > translation.Segments.Length)
        {
            return new Problem(nameof(ProblemTexts.SegmentNotFound));
        }

        var comment = new Comment(about.Version, by.Id, time.GetUtcNow(), words, segment, about.Commune);
        var transaction = new Transaction(Keys.Editorial).Put(Keys.Comment(about.ToString(), comment.At, by.Id.Value), comment, Json.Comment);
        var directory = await directories.CurrentAsync(cancellation);
        var earlier = await OfAsync(about, cancellation).ToListAsync(cancellation);
        foreach (var person in CommentAudience.Of(translation, earlier, ReviewerChoice.Of(translation, content, directory, comment.At), by.Id, directory))
        {
            transaction.Put(Keys.CommentNews(person.Value, about.ToString(), comment.At, by.Id.Value), new CommentNews(person, comment, content.Text.Headline, IsTold: false), Json.CommentNews);
        }

        if (herald.IsOn && transaction.Count > 1)
        {
            transaction.Put(Keys.ReviewNews(about.ToString()), new Due(about.Version, comment.At, about.Commune), ContentJson.Default.Due);
        }

        await transaction.CommitAsync(store.Editorial, cancellation);
        await SeenAsync(by.Id, about, cancellation);
        return comment;
    }

    /// <summary>A person has seen what was said about a text. Two transactions; one where nothing was new.</summary>
    public async Task SeenAsync(PersonId person, TextId about, CancellationToken cancellation)
    {
        var seen = new Transaction(Keys.Editorial);
        await foreach (var row in NewsOfAsync(person, about, cancellation).Take(Transaction.Limit))
        {
            seen.Delete(row);
        }

        await seen.CommitAsync(store.Editorial, cancellation);
    }

    /// <summary>The bot told a person of it. Where the person has seen it meanwhile, nothing is kept.</summary>
    public Task ToldAsync(Row<CommentNews> news, CancellationToken cancellation) =>
        new Transaction(Keys.Editorial).Replace(news, news.Value with { IsTold = true }, Json.CommentNews).CommitAsync(store.Editorial, cancellation);
}
