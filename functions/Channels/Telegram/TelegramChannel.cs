using System.Globalization;
using Azure;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Dissemination.Channels.Telegram;

/// <summary>Posts to channels and groups of Telegram, as a bot that is a member there.</summary>
internal sealed class TelegramChannel(IHttpClientFactory http, IOptions<TelegramOptions> options, Store store) : IChannel
{
    private volatile ReadPicture? _lastPicture;

    public ChannelKind Kind => ChannelKind.Telegram;

    public ChannelLimits Limits { get; } = options.Value.Limits;

    public ChannelChanges Changes { get; } = new(TimeSpan.MaxValue, TimeSpan.FromHours(48));

    /// <summary>The Bot API cannot read a chat back.</summary>
    public bool CanReadBack => false;

    public RenderedPost Render(Post post)
    {
        var message = TelegramMessage.Of(post);
        return new([new(message.Text.Text, message.Picture is { } picture ? [picture] : [])], message.Shortened);
    }

    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellation)
    {
        var (post, destination, credential) = (request.Post, request.Destination, request.Credential);
        if (Client(credential) is not { } client)
        {
            return new SendOutcome.CredentialDead(new(nameof(ProblemTexts.CredentialRefused), null, "Telegram", destination.Credential ?? ""));
        }

        if (Chat(destination) is not { } chat)
        {
            return TelegramAnswers.Closed($"'{destination.Address}'", destination);
        }

        var message = TelegramMessage.Of(post);
        BinaryData? picture = null;
        try
        {
            picture = message.Picture is null ? null : await ReadAsync(message.Picture, cancellation);
        }
        catch (RequestFailedException e)
        {
            return e.Status == StatusCodes.Status404NotFound
                ? new SendOutcome.Rejected(new(nameof(ProblemTexts.PictureNotThere), null, message.Picture!.Blob))
                : new SendOutcome.Later(null, WholeLane: false, new(nameof(ProblemTexts.PictureUnreadable), null, message.Picture!.Blob));
        }

        try
        {
            var sent = await SendAsync(client, chat, message, picture, cancellation);
            return new SendOutcome.Delivered(string.Create(CultureInfo.InvariantCulture, $"{sent.Chat.Id}/{sent.Id}"));
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return TelegramAnswers.Classify(e, destination);
        }
    }

    public Task<SendOutcome> EditAsync(SendRequest request, string reference, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<SendOutcome> RemoveAsync(SendRequest request, string reference, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<Problem>> CheckAsync(Destination destination, string? credential, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>The Bot API cannot read a chat back.</summary>
    public Task<FindOutcome> FindAsync(SendRequest request, DateTimeOffset since, CancellationToken cancellation) =>
        Task.FromResult<FindOutcome>(new FindOutcome.CannotTell());

    public async Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellation)
    {
        if (Client(credential) is not { } client || Chat(destination) is not { } chat)
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

    private static async Task<Message> SendAsync(TelegramBotClient client, ChatId chat, TelegramMessage message, BinaryData? picture, CancellationToken cancellation)
    {
        if (picture is null)
        {
            // A preview makes Telegram's own servers follow the short link, which would count as a reader.
            return await client.SendMessage(chat, message.Text.Text, linkPreviewOptions: LinkPreviewOptions.Disabled, entities: message.Entities(), cancellationToken: cancellation);
        }

        await using var bytes = picture.ToStream();
        var photo = InputFile.FromStream(bytes, message.Picture!.Blob);
        return await client.SendPhoto(chat, photo, message.Text.Text, captionEntities: message.Entities(), cancellationToken: cancellation);
    }

    /// <summary>One picture goes to many chats in a row: the last is kept.</summary>
    private async Task<BinaryData> ReadAsync(PostPicture picture, CancellationToken cancellation)
    {
        if (_lastPicture is { } last && last.Blob == picture.Blob)
        {
            return last.Bytes;
        }

        var blob = await store.Container(Containers.Media).GetBlobClient(picture.Blob).DownloadContentAsync(cancellation);
        _lastPicture = new(picture.Blob, blob.Value.Content);
        return blob.Value.Content;
    }

    /// <summary>Null where the token has not the form of one.</summary>
    private TelegramBotClient? Client(string? token)
    {
        try
        {
            // The client would sleep through a 429 by itself; the queue waits instead.
            return token is null ? null : new(new TelegramBotClientOptions(token, options.Value.BaseUrl) { RetryCount = 0 }, http.CreateClient(TelegramHttp.Name));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static ChatId? Chat(Destination destination) =>
        long.TryParse(destination.Address, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? new(id)
        : destination.Address is ['@', _, ..] ? new(destination.Address)
        : null;

    private sealed record ReadPicture(string Blob, BinaryData Bytes);
}
