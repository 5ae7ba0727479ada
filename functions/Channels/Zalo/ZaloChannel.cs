using Dissemination.Directory;
using Dissemination.Problems;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Zalo;

/// <summary>
/// Posts as Official Accounts of Zalo: to groups that an account owns, as articles on its page, and as broadcasts of articles to its
/// followers.
/// Personal accounts are never scripted, because that breaks Zalo's terms: a village group is a hand task, which a person posts and
/// confirms.
/// </summary>
internal sealed class ZaloChannel(
    ZaloCalls calls,
    ZaloGroups groups,
    ZaloArticles articles,
    ZaloReadBack readBack,
    ZaloPlaces places,
    IOptions<ZaloOptions> options,
    TimeProvider time) : IChannel
{
    public ChannelKind Kind => ChannelKind.Zalo;

    /// <summary>Zalo publishes no figures that hold for every plan; its answers are the pace.</summary>
    public ChannelLimits Limits => ChannelLimits.None;

    /// <summary>Articles at any time; messages to groups never, which are for a person from the start.</summary>
    public ChannelChanges ChangesOf(Destination destination) =>
        (TargetOf(destination) is ZaloTarget.Group ? ChannelChanges.Never : ChannelChanges.Always) with { TakeOver = ZaloProgress.TakeOver };

    /// <summary>Articles can be listed. What is said in a group could be read too, and is not: it is what people say.</summary>
    public bool CanReadBack => true;

    /// <summary>An article has a cover.</summary>
    public bool NeedsPicture(Destination destination) => TargetOf(destination) is ZaloTarget.Articles or ZaloTarget.Broadcast;

    /// <summary>
    /// The form for groups, where a message shows one picture: the link leads to all of them. An article has the same words without a
    /// limit, and all pictures.
    /// </summary>
    public RenderedPost Render(Post post)
    {
        var rendered = PlainText.Render(post, options.Value.GroupTextLimit);
        return rendered with
        {
            Parts =
                [.. rendered.Parts.Select(
                    part => part with { Text = ZaloGroups.CallingNobody(part.Text), Pictures = [.. part.Pictures.Take(1)] })],
        };
    }

    public PostView View(Post post, Destination destination) =>
        NeedsPicture(destination) ? articles.View(post) : ZaloView.OfMessages(Render(post), post.Kind, options.Value);

    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken) =>
        (AccountOf(request), TargetOf(request.Destination)) switch
        {
            (null, _) => NoAccount(request),
            (_, null) => new SendOutcome.Closed(AddressUnknown(request.Destination)),
            ({ } account, ZaloTarget.Group group) =>
                await groups.SendAsync(account, group, Render(request.Post), request, cancellationToken),
            ({ } account, ZaloTarget.Articles) => await ArticleAsync(account, request, cancellationToken),
            ({ } account, _) => await BroadcastAsync(account, request, cancellationToken),
        };

    public async Task<SendOutcome> EditAsync(SendRequest request, string reference, CancellationToken cancellationToken) =>
        (AccountOf(request), TargetOf(request.Destination)) switch
        {
            (null, _) => NoAccount(request),
            (_, null) => new SendOutcome.Closed(AddressUnknown(request.Destination)),
            (_, ZaloTarget.Group) => ByHand(request.Destination),
            ({ } account, _) => As(reference, await articles.ReplaceAsync(account, ArticleOf(reference), request, cancellationToken)),
        };

    public async Task<SendOutcome> RemoveAsync(SendRequest request, string reference, CancellationToken cancellationToken) =>
        (AccountOf(request), TargetOf(request.Destination)) switch
        {
            (null, _) => NoAccount(request),
            (_, null) => new SendOutcome.Closed(AddressUnknown(request.Destination)),
            (_, ZaloTarget.Group) => ByHand(request.Destination),
            ({ } account, _) => As(reference, await articles.RemoveAsync(account, ArticleOf(reference), request, cancellationToken)),
        };

    public async Task<FindOutcome> FindAsync(SendRequest request, DateTimeOffset since, CancellationToken cancellationToken) =>
        (AccountOf(request), TargetOf(request.Destination), ZaloProgress.Parse(request.Progress)) switch
        {
            ({ } account, ZaloTarget.Articles, ZaloProgress.Verifying verifying) =>
                // Where it is not ready, the next try asks for it and makes no other.
                await articles.FindAsync(account, verifying, cancellationToken) is { } id
                    ? new FindOutcome.There(id)
                    : new FindOutcome.NotThere(),
            ({ } account, ZaloTarget.Articles, null) => await readBack.FindAsync(account, request.Post, since, cancellationToken),
            // The broadcast itself was not begun yet: the next try goes on with its article.
            (not null, ZaloTarget.Broadcast, ZaloProgress.Verifying) => new FindOutcome.NotThere(),
            ({ } account, ZaloTarget.Broadcast, null) =>
                await readBack.FindAsync(account, request.Post, since, cancellationToken) is var found
                    && found is FindOutcome.There article
                    ? new FindOutcome.Begun(new ZaloProgress.Made(article.Reference).ToString())
                    : found,
            // An article that gets the same words twice has them once.
            (not null, ZaloTarget.Articles or ZaloTarget.Broadcast, ZaloProgress.Outdated) => new FindOutcome.NotThere(),
            _ => new FindOutcome.CannotTell(),
        };

    public async Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellationToken) =>
        AccountOf(destination, credential) is { } account && TargetOf(destination) is { } target
            ? await places.CountAsync(account, target, cancellationToken)
            : null;

    /// <summary>Articles alone: of messages to groups Zalo tells nothing.</summary>
    public async Task<MeasureOutcome> MeasureAsync(
        Destination destination, string? credential, string reference, CancellationToken cancellationToken) =>
        AccountOf(destination, credential) is { } account && TargetOf(destination) is ZaloTarget.Articles or ZaloTarget.Broadcast
            ? await places.MeasureAsync(account, destination, ArticleOf(reference), cancellationToken)
            : MeasureOutcome.Nothing;

    public async Task<IReadOnlyList<Problem>> CheckAsync(
        Destination destination, string? credential, CancellationToken cancellationToken) =>
        TargetOf(destination) is not { } target ? [AddressUnknown(destination)]
        : AccountOf(destination, credential) is not { } account
            ? [new(nameof(ProblemTexts.CredentialNotConfigured), null, destination.Credential ?? "")]
        : await places.CheckAsync(account, target, destination, cancellationToken);

    /// <summary>
    /// The article first, then the broadcast of it. Each is begun with what is there stored, so that a crash leaves open one thing only.
    /// Zalo looks at a broadcast for about half an hour before its followers get it.
    /// </summary>
    private async Task<SendOutcome> BroadcastAsync(ZaloAccount account, SendRequest request, CancellationToken cancellationToken)
    {
        if (ZaloProgress.Parse(request.Progress) is not ZaloProgress.Made made)
        {
            return await ArticleAsync(account, request, cancellationToken) is var outcome && outcome is SendOutcome.Delivered article
                ? new SendOutcome.Later(TimeSpan.Zero, WholeLane: false, new(nameof(ProblemTexts.ZaloBroadcastFollows)))
                {
                    Progress = new ZaloProgress.Made(article.Reference).ToString(),
                }
                : outcome;
        }

        ZaloMessage message = new(new(Target: new()), new(Attachment: new(new([new("article", made.Id)]))));
        var reply = await calls.PostAsync(account, "/v2.0/oa/message", message, ZaloJson.Default.ZaloMessage, cancellationToken);
        return reply is ZaloReply.Answered { IsYes: true } answer
            ? new SendOutcome.Delivered($"{made.Id}/{answer.Text("message_id")}")
            : ZaloAnswers.Classify(reply, request.Destination, options.Value, time.GetUtcNow()) with { Progress = request.Progress };
    }

    /// <summary>An article that was made is used: where one may be there that nobody found, it is looked for before another is made.</summary>
    private async Task<SendOutcome> ArticleAsync(ZaloAccount account, SendRequest request, CancellationToken cancellationToken) =>
        request is not { SoughtSince: { } since, Progress: null or "" }
            ? await articles.MakeAsync(account, request, cancellationToken)
            : await readBack.FindAsync(account, request.Post, since, cancellationToken) switch
            {
                FindOutcome.There there => new SendOutcome.Delivered(there.Reference),
                FindOutcome.NotThere => await articles.MakeAsync(account, request, cancellationToken),
                _ => new SendOutcome.Later(
                    After: null, WholeLane: false, new(nameof(ProblemTexts.ChannelUnreachable), null, ZaloAnswers.Name)),
            };

    private static string ArticleOf(string reference) => reference.Split('/')[0];

    /// <summary>A changed post keeps its name.</summary>
    private static SendOutcome As(string reference, SendOutcome outcome) =>
        outcome is SendOutcome.Delivered ? new SendOutcome.Delivered(reference) : outcome;

    private static ZaloTarget? TargetOf(Destination destination) => ZaloTarget.Parse(destination.Address);

    private static ZaloAccount? AccountOf(SendRequest request) => AccountOf(request.Destination, request.Credential);

    private static ZaloAccount? AccountOf(Destination destination, string? credential) =>
        (destination.Credential, credential) is ({ Length: > 0 } name, { Length: > 0 } token) ? new(name, token) : null;

    private static SendOutcome.CredentialDead NoAccount(SendRequest request) =>
        new(new(nameof(ProblemTexts.CredentialNotConfigured), null, request.Destination.Credential ?? ""));

    private static SendOutcome.ByHandOnly ByHand(Destination destination) =>
        new(new(nameof(ProblemTexts.ZaloGroupByHand), null, destination.Name));

    private static Problem AddressUnknown(Destination destination) =>
        new(nameof(ProblemTexts.DestinationAddressUnknown), null, destination.Address, ZaloTarget.Forms);
}
