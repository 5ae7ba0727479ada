using Dissemination.Directory;
using Dissemination.Problems;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace Dissemination.Channels.Telegram;

/// <summary>Posts to channels and groups of Telegram, as a bot that is a member there.</summary>
internal sealed class TelegramChannel : IChannel
{
    private readonly TelegramBots _bots;
    private readonly TelegramSending _sending;
    private readonly TelegramChanging _changing;

    public TelegramChannel(IHttpClientFactory http, IOptions<TelegramOptions> options, MediaPictureReader pictures)
    {
        Limits = options.Value.Limits;
        (_bots, _sending, _changing) = (new(http, options), new(pictures, Limits.DestinationInterval), new(pictures));
    }

    public ChannelKind Kind => ChannelKind.Telegram;

    public ChannelLimits Limits { get; }

    public ChannelChanges ChangesOf(Destination destination) => new(TimeSpan.MaxValue, TimeSpan.FromHours(48));

    /// <summary>The Bot API cannot read a chat back.</summary>
    public bool CanReadBack => false;

    public bool NeedsPicture(Destination destination) => false;

    public RenderedPost Render(Post post) => TelegramParts.Of(post);

    public PostView View(Post post, Destination destination) =>
        PostView.Of(
            Render(post), PostForm.Messages, part => part.Pictures.IsEmpty ? TelegramParts.TextLimit : TelegramParts.CaptionLimit);

    public Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, Render(request.Post), cancellationToken);

    /// <summary>Sends a post as it was rendered.</summary>
    internal async Task<SendOutcome> SendAsync(SendRequest request, RenderedPost rendered, CancellationToken cancellationToken) =>
        rendered.Refusal is { } refusal ? new SendOutcome.Rejected(refusal)
        : _bots.Client(request.Credential) is not { } client ? TelegramBots.Refused(request.Destination)
        : TelegramBots.Chat(request.Destination) is not { } chat
            ? TelegramAnswers.Closed($"'{request.Destination.Address}'", request.Destination)
        : await _sending.SendAsync(client, chat, rendered, request, cancellationToken);

    public Task<SendOutcome> EditAsync(SendRequest request, string reference, CancellationToken cancellationToken) =>
        EditAsync(request, Render(request.Post), reference, cancellationToken);

    /// <summary>Puts a post as it was rendered in the place of the one that is there.</summary>
    internal async Task<SendOutcome> EditAsync(
        SendRequest request, RenderedPost rendered, string reference, CancellationToken cancellationToken) =>
        rendered.Refusal is { } refusal ? new SendOutcome.Rejected(refusal)
        : _bots.Client(request.Credential) is not { } client ? TelegramBots.Refused(request.Destination)
        : await _changing.EditAsync(client, rendered, reference, request, cancellationToken);

    public async Task<SendOutcome> RemoveAsync(SendRequest request, string reference, CancellationToken cancellationToken) =>
        _bots.Client(request.Credential) is not { } client ? TelegramBots.Refused(request.Destination)
        : await TelegramChanging.RemoveAsync(client, reference, request, cancellationToken);

    /// <summary>The Bot API cannot read a chat back.</summary>
    public Task<FindOutcome> FindAsync(SendRequest request, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<FindOutcome>(new FindOutcome.CannotTell());

    public async Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellationToken)
    {
        if (_bots.Client(credential) is not { } client || TelegramBots.Chat(destination) is not { } chat)
        {
            return null;
        }

        try
        {
            return await client.GetChatMemberCount(chat, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The Bot API tells no views, and reactions only as news to a bot that keeps the chat.</summary>
    public Task<MeasureOutcome> MeasureAsync(
        Destination destination, string? credential, string reference, CancellationToken cancellationToken) =>
        Task.FromResult(MeasureOutcome.Nothing);

    public async Task<IReadOnlyList<Problem>> CheckAsync(
        Destination destination, string? credential, CancellationToken cancellationToken) =>
        credential is null ? [new(nameof(ProblemTexts.CredentialNotConfigured), null, destination.Credential ?? "")]
        : _bots.Client(credential) is not { } client ? [TelegramBots.Refused(destination).Reason]
        : TelegramBots.Chat(destination) is not { } chat
            ? [new(nameof(ProblemTexts.DestinationClosed), null, "Telegram", destination.Name, $"'{destination.Address}'")]
        : await TelegramCheck.RunAsync(client, chat, destination, cancellationToken);
}
