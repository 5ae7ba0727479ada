using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace Dissemination.Channels.Telegram;

/// <summary>Posts to channels and groups of Telegram, as a bot that is a member there.</summary>
internal sealed class TelegramChannel : IChannel
{
    private readonly TelegramBots _bots;
    private readonly TelegramSending _sending;
    private readonly TelegramChanging _changing;

    public TelegramChannel(IHttpClientFactory http, IOptions<TelegramOptions> options, MediaPictures pictures)
    {
        Limits = options.Value.Limits;
        (_bots, _sending, _changing) = (new(http, options), new(pictures, Limits.DestinationInterval), new(pictures));
    }

    public ChannelKind Kind => ChannelKind.Telegram;

    public ChannelLimits Limits { get; }

    public ChannelChanges Changes { get; } = new(TimeSpan.MaxValue, TimeSpan.FromHours(48));

    /// <summary>The Bot API cannot read a chat back.</summary>
    public bool CanReadBack => false;

    public RenderedPost Render(Post post) => TelegramParts.Of(post);

    public Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellation) => SendAsync(request, Render(request.Post), cancellation);

    /// <summary>Sends a post as it was rendered.</summary>
    internal async Task<SendOutcome> SendAsync(SendRequest request, RenderedPost rendered, CancellationToken cancellation) =>
        rendered.Refusal is { } refusal ? new SendOutcome.Rejected(refusal)
        : _bots.Client(request.Credential) is not { } client ? TelegramBots.Refused(request.Destination)
        : TelegramBots.Chat(request.Destination) is not { } chat ? TelegramAnswers.Closed($"'{request.Destination.Address}'", request.Destination)
        : await _sending.SendAsync(client, chat, rendered, request, cancellation);

    public Task<SendOutcome> EditAsync(SendRequest request, string reference, CancellationToken cancellation) => EditAsync(request, Render(request.Post), reference, cancellation);

    /// <summary>Puts a post as it was rendered in the place of the one that is there.</summary>
    internal async Task<SendOutcome> EditAsync(SendRequest request, RenderedPost rendered, string reference, CancellationToken cancellation) =>
        rendered.Refusal is { } refusal ? new SendOutcome.Rejected(refusal)
        : _bots.Client(request.Credential) is not { } client ? TelegramBots.Refused(request.Destination)
        : await _changing.EditAsync(client, rendered, reference, request, cancellation);

    public async Task<SendOutcome> RemoveAsync(SendRequest request, string reference, CancellationToken cancellation) =>
        _bots.Client(request.Credential) is not { } client ? TelegramBots.Refused(request.Destination)
        : await TelegramChanging.RemoveAsync(client, reference, request, cancellation);

    /// <summary>The Bot API cannot read a chat back.</summary>
    public Task<FindOutcome> FindAsync(SendRequest request, DateTimeOffset since, CancellationToken cancellation) =>
        Task.FromResult<FindOutcome>(new FindOutcome.CannotTell());

    public async Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellation)
    {
        if (_bots.Client(credential) is not { } client || TelegramBots.Chat(destination) is not { } chat)
        {
            return null;
        }

        try
        {
            return await client.GetChatMemberCount(chat, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<Problem>> CheckAsync(Destination destination, string? credential, CancellationToken cancellation) =>
        credential is null ? [new(nameof(ProblemTexts.CredentialNotConfigured), null, destination.Credential ?? "")]
        : _bots.Client(credential) is not { } client ? [TelegramBots.Refused(destination).Reason]
        : TelegramBots.Chat(destination) is not { } chat ? [new(nameof(ProblemTexts.DestinationClosed), null, "Telegram", destination.Name, $"'{destination.Address}'")]
        : await TelegramCheck.RunAsync(client, chat, destination, cancellation);
}
