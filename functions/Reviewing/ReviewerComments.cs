using System.Collections.Immutable;
using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation.Review;

namespace Dissemination.Reviewing;

/// <summary>
/// Tells people on Telegram what was said about a translation that concerns them, each comment once. Who is not reached there has the
/// inbox.
/// </summary>
internal sealed class ReviewerComments(CommentService comments, ReviewerBot bot, SiteAddress site)
{
    /// <summary>
    /// Who has still to hear of a comment about a text. One transaction, and one for each person whom the comments may concern.
    /// </summary>
    public async Task<ImmutableArray<PersonId>> WaitingAsync(ReviewerView view, CancellationToken cancellationToken)
    {
        var text = view.Translation.TextId;
        var said = await comments.OfAsync(text, cancellationToken).ToListAsync(cancellationToken);
        if (said.Count == 0)
        {
            return [];
        }

        var waiting = ImmutableArray.CreateBuilder<PersonId>();
        foreach (var person in CommentAudience.Of(view.Translation, said, view.Asked, by: default, view.Directory)
            .Where(person => view.Directory.Find(person)?.Telegram is not null))
        {
            if (await UntoldAsync(person, text, cancellationToken).AnyAsync(cancellationToken))
            {
                waiting.Add(person);
            }
        }

        return waiting.ToImmutable();
    }

    /// <returns>What kept a comment from being told; null where all are.</returns>
    public async Task<ReviewerOutcome?> TellAsync(ReviewerView view, PersonId person, CancellationToken cancellationToken)
    {
        if (view.Directory.Find(person)?.Telegram is not { } chat)
        {
            return null;
        }

        var text = view.Translation.TextId;
        foreach (var news in await UntoldAsync(person, text, cancellationToken).ToListAsync(cancellationToken))
        {
            var words = ReviewerTexts.Vietnamese;
            var sent = await bot.SendAsync(
                chat, words.Said(view, news.Value.Comment), ReviewerKeyboard.Open(text, site, words), cancellationToken);
            if (sent is not (ReviewerOutcome.Done or ReviewerOutcome.Closed))
            {
                return sent;
            }

            await comments.ToldAsync(news, cancellationToken);
        }

        return null;
    }

    private IAsyncEnumerable<Row<CommentNotification>> UntoldAsync(PersonId person, TextId text, CancellationToken cancellationToken) =>
        comments.NewsOfAsync(person, text, cancellationToken).Where(news => !news.Value.IsTold);
}
