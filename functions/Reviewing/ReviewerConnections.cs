using Dissemination.Channels;
using Dissemination.Problems;

namespace Dissemination.Reviewing;

/// <summary>Whether Telegram sends what reviewers press to this program, and telling it to.</summary>
internal sealed class ReviewerConnections(ReviewerBot bot, SiteAddress site)
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

        return await bot.ConnectAsync(Address, cancellationToken) is var outcome and not ReviewerOutcome.Done
            ? NotChecked(outcome)
            : await CheckAsync(cancellationToken);
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
