using Dissemination.Problems;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Zalo;

/// <summary>
/// Makes, replaces and removes articles. Zalo takes an article, works on it, and is asked again until it is ready: each of these is a try
/// of its own, and the ticket travels as progress. Only the making is ambiguous when it is cut off; asking can be repeated.
/// </summary>
internal sealed class ZaloArticles(ZaloCalls calls, IOptions<ZaloOptions> options, SiteAddress site, TimeProvider time)
{
    /// <summary>
    /// Goes on from where the progress stands. Delivered with the article's id, or an outcome with the progress to go on from.
    /// </summary>
    public Task<SendOutcome> MakeAsync(ZaloAccount account, SendRequest request, CancellationToken cancellationToken) =>
        ZaloProgress.Parse(request.Progress) switch
        {
            ZaloProgress.Made made => Task.FromResult<SendOutcome>(new SendOutcome.Delivered(made.Id)),
            ZaloProgress.Verifying verifying => VerifyAsync(account, verifying, request, cancellationToken),
            ZaloProgress.Outdated { Begun: ZaloProgress.Made made } =>
                BeginAsync(account, "/v2.0/article/update", made.Id, request, cancellationToken),
            ZaloProgress.Outdated { Begun: ZaloProgress.Verifying verifying } =>
                VerifyOutdatedAsync(account, verifying, request, cancellationToken),
            _ => BeginAsync(account, "/v2.0/article/create", null, request, cancellationToken),
        };

    /// <summary>Replaces an article by the post of the request.</summary>
    public async Task<SendOutcome> ReplaceAsync(ZaloAccount account, string id, SendRequest request, CancellationToken cancellationToken) =>
        ZaloProgress.Parse(request.Progress) is ZaloProgress.Verifying verifying
            ? await VerifyAsync(account, verifying, request, cancellationToken)
            : await BeginAsync(account, "/v2.0/article/update", id, request, cancellationToken);

    public async Task<SendOutcome> RemoveAsync(ZaloAccount account, string id, SendRequest request, CancellationToken cancellationToken)
    {
        var reply = await calls.PostAsync(account, "/v2.0/article/remove", new(id), ZaloJson.Default.ZaloArticleId, cancellationToken);
        return reply is ZaloReply.Answered { IsYes: true } || ZaloAnswers.IsGone(reply)
            ? new SendOutcome.Delivered(id)
            : Classify(reply, request);
    }

    /// <summary>The article that a ticket stands for; null where it is not ready, or not to be had now.</summary>
    public async Task<string?> FindAsync(ZaloAccount account, ZaloProgress.Verifying verifying, CancellationToken cancellationToken) =>
        await AskAsync(account, verifying, cancellationToken) is ZaloReply.Answered { IsYes: true } answer ? answer.Text("id") : null;

    /// <summary>The article that would be made of a post, as its readers see it.</summary>
    public PostView View(Post post) => ZaloView.OfArticle(ZaloArticle.Of(post, site.Base, options.Value), post, options.Value);

    private async Task<SendOutcome> BeginAsync(
        ZaloAccount account, string path, string? id, SendRequest request, CancellationToken cancellationToken)
    {
        if (ZaloArticle.Of(request.Post, site.Base, options.Value, id) is not { } article)
        {
            return new SendOutcome.Rejected(new(nameof(ProblemTexts.ZaloNeedsCover)));
        }

        var reply = await calls.PostAsync(account, path, article, ZaloJson.Default.ZaloArticleBody, cancellationToken);
        return reply is not ZaloReply.Answered { IsYes: true } answer ? Classify(reply, request)
            : answer.Text("token") is { } ticket ? await VerifyAsync(account, new(ticket, time.GetUtcNow()), request, cancellationToken)
            : Classify(new ZaloReply.Lost("no token"), request);
    }

    private async Task<SendOutcome> VerifyAsync(
        ZaloAccount account, ZaloProgress.Verifying verifying, SendRequest request, CancellationToken cancellationToken)
    {
        var reply = await AskAsync(account, verifying, cancellationToken);
        if (ZaloAnswers.IsProcessing(reply))
        {
            return time.GetUtcNow() - verifying.Since < TimeSpan.FromMinutes(options.Value.VerifyPatience)
                ? new SendOutcome.Later(
                    TimeSpan.FromSeconds(options.Value.VerifyWait), WholeLane: false, new(nameof(ProblemTexts.ZaloArticleProcessing)))
                {
                    Progress = verifying.ToString(),
                }
                : new SendOutcome.Rejected(new(nameof(ProblemTexts.ZaloArticleStuck))) { Progress = verifying.ToString() };
        }

        if (reply is ZaloReply.Answered { IsYes: true } answer)
        {
            return new SendOutcome.Delivered(answer.Text("id")!);
        }

        // A clear no means that there is no such article: another try makes a new one.
        var failed = ZaloAnswers.ClassifyRepeatable(reply, request.Destination, options.Value, time.GetUtcNow());
        return failed with { Progress = failed is SendOutcome.Rejected ? "" : verifying.ToString() };
    }

    /// <summary>Before an article gets other words it has to be there.</summary>
    private async Task<SendOutcome> VerifyOutdatedAsync(
        ZaloAccount account, ZaloProgress.Verifying verifying, SendRequest request, CancellationToken cancellationToken) =>
        await VerifyAsync(account, verifying, request, cancellationToken) switch
        {
            SendOutcome.Delivered made => new SendOutcome.Later(
                TimeSpan.Zero, WholeLane: false, new(nameof(ProblemTexts.ZaloArticleProcessing)))
            {
                Progress = new ZaloProgress.Outdated(new ZaloProgress.Made(made.Reference)).ToString(),
            },
            { Progress: { Length: > 0 } progress } outcome => outcome with { Progress = ZaloProgress.TakeOver(progress) },
            var outcome => outcome,
        };

    private Task<ZaloReply> AskAsync(ZaloAccount account, ZaloProgress.Verifying verifying, CancellationToken cancellationToken) =>
        calls.PostAsync(account, "/v2.0/article/verify", new(verifying.Ticket), ZaloJson.Default.ZaloArticleToken, cancellationToken);

    private SendOutcome Classify(ZaloReply reply, SendRequest request) =>
        ZaloAnswers.Classify(reply, request.Destination, options.Value, time.GetUtcNow());
}
