using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Recordings;

namespace Dissemination.Reviewing;

/// <summary>Whether Telegram sends what reviewers press to this program, and telling it to.</summary>
internal sealed class ReviewerConnections(
    ReviewerBot bot, TranslationService translations, RecordingReader recordings, Store store, SiteAddress site, TimeProvider time)
{
    /// <summary>Where updates come in.</summary>
    public const string Path = "/telegram/reviewers";

    private const string Name = "Telegram";

    private Uri Address => new(site.Base, Path);

    public async Task<Result<ReviewerConnection>> CheckAsync(CancellationToken cancellationToken)
    {
        var (info, outcome) = await bot.InfoAsync(cancellationToken);
        return info is null
            ? NotChecked(outcome)
            : new ReviewerConnection(
                info.Url is { Length: > 0 } url ? url : null,
                info.Url == Address.ToString(),
                info.PendingUpdateCount,
                info.LastErrorDate is { } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null,
                info.LastErrorMessage);
    }

    /// <summary>Names the address with its secret to Telegram. Doing it again is harmless.</summary>
    public async Task<Result<ReviewerConnection>> ConnectAsync(CancellationToken cancellationToken)
    {
        if (Address.Scheme != Uri.UriSchemeHttps)
        {
            return new Problem(nameof(ProblemTexts.ReviewerAddressNotHttps), null, site.Base.ToString());
        }

        if (await bot.ConnectAsync(Address, cancellationToken) is var outcome and not ReviewerOutcome.Done)
        {
            return NotChecked(outcome);
        }

        await AnnounceAsync(cancellationToken);
        return await CheckAsync(cancellationToken);
    }

    /// <summary>
    /// What waits already for a review, or to be listened to, is handed over as what comes later is; who was told of it hears nothing
    /// twice. A transaction for each thousand open translations and recordings, and for each hundred that wait.
    /// </summary>
    private async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        var reviews = translations.OpenAsync(cancellationToken).Where(entry => entry.State is TranslationState.InReview);
        await HandOverAsync(OutboxTopics.TellReviewers, reviews.Select(entry => entry.Text), cancellationToken);
        await HandOverAsync(
            OutboxTopics.TellListeners, recordings.WaitingAsync(cancellationToken).Select(entry => entry.Text), cancellationToken);
    }

    private async Task HandOverAsync(
        OutboxTopic<VersionDue> topic, IAsyncEnumerable<TextId> waiting, CancellationToken cancellationToken)
    {
        await foreach (var some in waiting.Chunk(Transaction.Limit).WithCancellation(cancellationToken))
        {
            var transaction = new Transaction(Keys.Editorial);
            foreach (var text in some)
            {
                transaction.HandOver(topic, VersionDue.Of(text, time.GetUtcNow()));
            }

            await transaction.CommitAsync(store.Editorial, cancellationToken);
        }
    }

    private static Problem NotChecked(ReviewerOutcome outcome) => new(nameof(ProblemTexts.ChannelNotChecked), null, Name, outcome switch
    {
        ReviewerOutcome.Closed closed => closed.Words,
        ReviewerOutcome.Refused refused => refused.Words,
        ReviewerOutcome.Failed failed => failed.Words,
        ReviewerOutcome.Later later => $"429, {later.After}",
        _ => "",
    });
}
