using Telegram.Bot;
using Telegram.Bot.Types;

namespace Dissemination.Channels.Telegram;

/// <summary>Edits and deletes the messages of a post that is there, one call each. Doing it again is harmless.</summary>
internal sealed class TelegramChanging(MediaPictureReader pictures)
{
    public async Task<SendOutcome> EditAsync(
        TelegramBotClient client, RenderedPost rendered, string reference, SendRequest request, CancellationToken cancellationToken)
    {
        var messages = TelegramMessage.Of(rendered);
        if (TelegramReference.Parse(reference) is not { } post)
        {
            return TelegramChanges.Unusable(reference);
        }

        if (post.Messages.Length != messages.Length)
        {
            return TelegramChanges.OtherForm;
        }

        var (bytes, lacking) = await pictures.ReadAsync(rendered.Pictures, cancellationToken);
        return lacking ?? await EachAsync(
            post,
            request,
            TelegramChanges.OfEdit,
            at => EditAsync(client, post.Chat, post.Messages[at], messages[at], bytes, cancellationToken),
            cancellationToken);
    }

    public static async Task<SendOutcome> RemoveAsync(
        TelegramBotClient client, string reference, SendRequest request, CancellationToken cancellationToken) =>
        TelegramReference.Parse(reference) is { } post
            ? await EachAsync(
                post,
                request,
                TelegramChanges.OfRemoval,
                at => client.DeleteMessage(post.Chat, post.Messages[at], cancellationToken),
                cancellationToken)
            : TelegramChanges.Unusable(reference);

    /// <summary>Changes one message after the other, behind those that an earlier try changed.</summary>
    /// <param name="outcome">What a failure means; null where the message is as it should be.</param>
    private static async Task<SendOutcome> EachAsync(
        TelegramReference post,
        SendRequest request,
        Func<Exception,
        SendRequest,
        SendOutcome?> outcome,
        Func<int,
        Task> change,
        CancellationToken cancellationToken)
    {
        for (var at = TelegramReference.Parse(request.Progress)?.Messages.Length ?? 0; at < post.Messages.Length; at++)
        {
            try
            {
                await change(at);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                if (outcome(e, request) is { } failed)
                {
                    return failed with { Progress = post.First(at)?.ToString() };
                }
            }
        }

        return new SendOutcome.Delivered(post.ToString());
    }

    /// <summary>Which picture a message shows cannot be asked, so a picture is always put there anew with its caption.</summary>
    private static Task<Message> EditAsync(
        TelegramBotClient client, ChatId chat, int id, TelegramMessage message, IReadOnlyDictionary<string, BinaryData> bytes, CancellationToken cancellationToken) =>
        message.Picture is null
            ? client.EditMessageText(
                chat,
                id,
                message.Text,
                entities: message.Entities(),
                linkPreviewOptions: LinkPreviewOptions.Disabled,
                cancellationToken: cancellationToken)
            : client.EditMessageMedia(chat, id, TelegramSending.Media(message, bytes), cancellationToken: cancellationToken);
}
