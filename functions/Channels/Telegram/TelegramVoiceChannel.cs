using Dissemination.Channels.Rendering;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Dissemination.Channels.Telegram;

/// <summary>
/// Posts to chats of Telegram what was read aloud: a voice message with its headline, issuer and link. A destination of its own beside the
/// chat's posts, so that a voice goes out when it is approved, has its own outcome and is taken down by itself.
/// </summary>
internal sealed class TelegramVoiceChannel(
    IHttpClientFactory http, IOptions<TelegramOptions> options, TelegramChannel posts, Store store) : IChannel
{
    private readonly TelegramBots _bots = new(http, options);

    public ChannelKind Kind => ChannelKind.TelegramVoice;

    public ChannelLimits Limits => posts.Limits;

    /// <summary>Another voice is another message.</summary>
    public ChannelChanges ChangesOf(Destination destination) => posts.ChangesOf(destination) with { Edit = null };

    public bool CanReadBack => false;

    public bool NeedsPicture(Destination destination) => false;

    public RenderedPost Render(Post post) =>
        PostText.Compose(
            post with { Text = new(post.Text.Headline, null, ""), Pictures = [], Overflow = Overflow.Shorten },
            TelegramParts.CaptionLimit,
            writeAddresses: false).Rendered([]);

    public PostView View(Post post, Destination destination) =>
        PostView.Of(Render(post), PostForm.Messages, _ => TelegramParts.CaptionLimit);

    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        if (request.Post.Voice is not { } voice)
        {
            return new SendOutcome.Rejected(new(nameof(ProblemTexts.RecordingGone)));
        }

        if (_bots.Client(request.Credential) is not { } client)
        {
            return TelegramBots.Refused(request.Destination);
        }

        if (TelegramBots.Chat(request.Destination) is not { } chat)
        {
            return TelegramAnswers.Closed($"'{request.Destination.Address}'", request.Destination);
        }

        var (sound, lacking) = await ReadAsync(voice, cancellationToken);
        return lacking ?? await SendAsync(client, chat, sound!, request, cancellationToken);
    }

    public Task<SendOutcome> EditAsync(SendRequest request, string reference, CancellationToken cancellationToken) =>
        Task.FromResult(TelegramChanges.OtherForm);

    public Task<SendOutcome> RemoveAsync(SendRequest request, string reference, CancellationToken cancellationToken) =>
        posts.RemoveAsync(request, reference, cancellationToken);

    public Task<FindOutcome> FindAsync(SendRequest request, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<FindOutcome>(new FindOutcome.CannotTell());

    /// <summary>Those whom the chat's posts reach: they are counted there, and nobody twice.</summary>
    public Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellationToken) =>
        Task.FromResult<long?>(null);

    public Task<MeasureOutcome> MeasureAsync(
        Destination destination, string? credential, string reference, CancellationToken cancellationToken) =>
        Task.FromResult(MeasureOutcome.Nothing);

    public Task<IReadOnlyList<Problem>> CheckAsync(Destination destination, string? credential, CancellationToken cancellationToken) =>
        posts.CheckAsync(destination, credential, cancellationToken);

    /// <summary>Its bytes go along: Telegram would fetch an address later, and make a file of it.</summary>
    private async Task<SendOutcome> SendAsync(
        TelegramBotClient client, ChatId chat, BinaryData sound, SendRequest request, CancellationToken cancellationToken)
    {
        var caption = TelegramMessage.Of(Render(request.Post)) is [var first, ..] ? first : new("", [], null);
        try
        {
            var sent = await client.SendVoice(
                chat,
                InputFile.FromStream(sound.ToStream(), $"{request.Post.Id.Version}.mp3"),
                caption.Text,
                captionEntities: caption.Entities(),
                duration: request.Post.Voice!.Seconds,
                cancellationToken: cancellationToken);
            return new SendOutcome.Delivered(TelegramReference.Append(null, sent.Chat.Id, [sent.Id]).ToString());
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return TelegramAnswers.Classify(e, request.Destination);
        }
    }

    private async Task<(BinaryData? Sound, SendOutcome? Lacking)> ReadAsync(PostVoice voice, CancellationToken cancellationToken)
    {
        try
        {
            return await store.Container(Containers.Recordings).GetBlobClient(voice.File).FindAsync(cancellationToken) is { } found
                ? (new BinaryData(found.Content), null)
                : (null, new SendOutcome.Rejected(new(nameof(ProblemTexts.RecordingGone))));
        }
        catch (Exception e) when (e.IsOfStorage(cancellationToken))
        {
            // Nothing has gone out yet, so it is tried again.
            return (null, new SendOutcome.Later(null, WholeLane: false, new(nameof(ProblemTexts.RecordingUnread))));
        }
    }
}
