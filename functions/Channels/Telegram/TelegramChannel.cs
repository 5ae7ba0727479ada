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

    public RenderedPost Render(Post post) => TelegramParts.Of(post);

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

        var rendered = Render(post);
        if (rendered.Refusal is { } refusal)
        {
            return new SendOutcome.Rejected(refusal);
        }

        SendOutcome outcome = new SendOutcome.Rejected(new(nameof(ProblemTexts.ChannelRefusedPost), null, "Telegram", ""));
        foreach (var (at, part) in rendered.Parts.Index())
        {
            outcome = await SendPartAsync(client, chat, part, destination, cancellation);
            if (outcome is not SendOutcome.Delivered)
            {
                // Of a post that is there in part nobody can say that it did not arrive.
                return at == 0 ? outcome : new SendOutcome.Unknown(new(nameof(ProblemTexts.ChannelOutcomeUnknown), null, "Telegram", $"{at}/{rendered.Parts.Length}"));
            }
        }

        return outcome;
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

    private async Task<SendOutcome> SendPartAsync(TelegramBotClient client, ChatId chat, RenderedPart part, Destination destination, CancellationToken cancellation)
    {
        var picture = part.Pictures.FirstOrDefault();
        BinaryData? bytes = null;
        try
        {
            bytes = picture is null ? null : await ReadAsync(picture, cancellation);
        }
        catch (RequestFailedException e)
        {
            return e.Status == StatusCodes.Status404NotFound
                ? new SendOutcome.Rejected(new(nameof(ProblemTexts.PictureNotThere), null, picture!.Blob))
                : new SendOutcome.Later(null, WholeLane: false, new(nameof(ProblemTexts.PictureUnreadable), null, picture!.Blob));
        }

        try
        {
            var sent = await SendAsync(client, chat, part, bytes, cancellation);
            return new SendOutcome.Delivered(string.Create(CultureInfo.InvariantCulture, $"{sent.Chat.Id}/{sent.Id}"));
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return TelegramAnswers.Classify(e, destination);
        }
    }

    private static async Task<Message> SendAsync(TelegramBotClient client, ChatId chat, RenderedPart part, BinaryData? picture, CancellationToken cancellation)
    {
        if (picture is null)
        {
            // A preview makes Telegram's own servers follow the short link, which would count as a reader.
            return await client.SendMessage(chat, part.Text, linkPreviewOptions: LinkPreviewOptions.Disabled, entities: part.Entities(), cancellationToken: cancellation);
        }

        await using var bytes = picture.ToStream();
        var photo = InputFile.FromStream(bytes, part.Pictures[0].Blob);
        return await client.SendPhoto(chat, photo, part.Text, captionEntities: part.Entities(), cancellationToken: cancellation);
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
