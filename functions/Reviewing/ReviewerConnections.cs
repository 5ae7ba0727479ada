using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Reviewing;

/// <summary>Whether Telegram sends what reviewers press to this program, and telling it to.</summary>
internal sealed class ReviewerConnections(
    ReviewerBot bot, TranslationService translations, Store store, SiteAddress site, TimeProvider time)
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
    /// What waits for a review already is handed over as what comes later is; who was told of it hears nothing twice. A transaction for
    /// each thousand open translations, and for each hundred that wait.
    /// </summary>
    private async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        var waiting = translations.OpenAsync(cancellationToken).Where(entry => entry.State is TranslationState.InReview);
        await foreach (var some in waiting.Chunk(Transaction.Limit).WithCancellation(cancellationToken))
        {
            var transaction = new Transaction(Keys.Editorial);
            foreach (var entry in some)
            {
                transaction.HandOver(OutboxTopics.TellReviewers, VersionDue.Of(entry.Text, time.GetUtcNow()));
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
