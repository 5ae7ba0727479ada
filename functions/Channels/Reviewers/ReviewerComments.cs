using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Translation.Review;

namespace Dissemination.Channels.Reviewers;

/// <summary>Tells people on Telegram what was said about a translation that concerns them, each comment once. Who is not reached there has the inbox.</summary>
internal sealed class ReviewerComments(TranslationComments comments, ReviewerBot bot, SiteAddress site)
{
    /// <summary>Who has still to hear of a comment about a text. One transaction, and one for each person whom the comments may concern.</summary>
    public async Task<ImmutableArray<PersonId>> WaitingAsync(ReviewerSight sight, CancellationToken cancellation)
    {
        var text = sight.Translation.TextId;
        var said = await comments.OfAsync(text, cancellation).ToListAsync(cancellation);
        if (said.Count == 0)
        {
            return [];
        }

        var waiting = ImmutableArray.CreateBuilder<PersonId>();
        foreach (var person in CommentAudience.Of(sight.Translation, said, sight.Asked, by: default, sight.Directory).Where(person => sight.Directory.Find(person)?.Telegram is not null))
        {
            if (await UntoldAsync(person, text, cancellation).AnyAsync(cancellation))
            {
                waiting.Add(person);
            }
        }

        return waiting.ToImmutable();
    }

    /// <returns>What kept a comment from being told; null where all are.</returns>
    public async Task<ReviewerOutcome?> TellAsync(ReviewerSight sight, PersonId person, CancellationToken cancellation)
    {
        if (sight.Directory.Find(person)?.Telegram is not { } chat)
        {
            return null;
        }

        var text = sight.Translation.TextId;
        foreach (var news in await UntoldAsync(person, text, cancellation).ToListAsync(cancellation))
        {
            var words = ReviewerTexts.Vietnamese;
            var sent = await bot.SendAsync(chat, words.Said(sight, news.Value.Comment), ReviewerKeyboard.Open(text, site, words), cancellation);
            if (sent is not (ReviewerOutcome.Done or ReviewerOutcome.Closed))
            {
                return sent;
            }

            await comments.ToldAsync(news, cancellation);
        }

        return null;
    }

    private IAsyncEnumerable<Row<CommentNews>> UntoldAsync(PersonId person, TextId text, CancellationToken cancellation) =>
        comments.NewsOfAsync(person, text, cancellation).Where(news => !news.Value.IsTold);
}
