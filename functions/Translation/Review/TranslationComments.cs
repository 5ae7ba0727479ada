using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Review;

/// <summary>What people say to one another about a translation: said once, never changed.</summary>
internal sealed class TranslationComments(Store store, TimeProvider time)
{
    /// <summary>The longest comment, in UTF-16 units.</summary>
    public const int MostLetters = 2_000;

    /// <summary>Oldest first. One transaction for each thousand.</summary>
    public IAsyncEnumerable<Comment> OfAsync(TextId about, CancellationToken cancellation) =>
        store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.CommentsOf(about.ToString()), TranslationJson.Default.Comment, cancellation)
            .Select(row => row.Value);

    /// <summary>One transaction, and one to read the original where it is about a segment of it.</summary>
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

        if (segment is { } number && !await IsThereAsync(about, number, cancellation))
        {
            return new Problem(nameof(ProblemTexts.SegmentNotFound));
        }

        var comment = new Comment(about.Version, by.Id, time.GetUtcNow(), words, segment, about.Commune);
        await new Transaction(Keys.Editorial)
            .Put(Keys.Comment(about.ToString(), comment.At, by.Id.Value), comment, TranslationJson.Default.Comment)
            .CommitAsync(store.Editorial, cancellation);
        return comment;
    }

    private async Task<bool> IsThereAsync(TextId about, int segment, CancellationToken cancellation) =>
        segment > 0
        && await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(about.Item.Value, about.Revision), ContentJson.Default.Revision, cancellation) is { } revision
        && segment <= SegmentedText.Of(revision.Value.Content.Text).Segments.Count();
}
