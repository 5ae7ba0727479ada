using System.Collections.Immutable;
using Dissemination.Problems;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Dissemination.Channels.Telegram;

/// <summary>
/// Sends the parts of a post one after the other, each in one call, and goes on behind those that an earlier try delivered.
/// </summary>
/// <param name="between">How long a chat is left alone between two parts.</param>
internal sealed class TelegramSending(MediaPictureReader pictures, TimeSpan between)
{
    private const string Telegram = "Telegram";

    public async Task<SendOutcome> SendAsync(
        TelegramBotClient client, ChatId chat, RenderedPost rendered, SendRequest request, CancellationToken cancellationToken)
    {
        var there = TelegramReference.Parse(request.Progress);
        var missing = Missing(rendered, there?.Messages.Length ?? 0);

        // Every picture is read before anything is sent, so that none stops a post half way.
        var (bytes, lacking) = await pictures.ReadAsync(missing.SelectMany(part => part.Pictures), cancellationToken);
        if (lacking is not null)
        {
            return lacking with { Progress = there?.ToString() };
        }

        try
        {
            foreach (var (at, part) in missing.Index())
            {
                if (at > 0 && between > TimeSpan.Zero)
                {
                    // The chat takes the next part a moment later, and others need not wait for it.
                    return new SendOutcome.Later(between, WholeLane: false, new(nameof(ProblemTexts.NextPartWaits), null, Telegram))
                    {
                        Progress = there!.ToString(),
                    };
                }

                var sent = await SendAsync(client, chat, part, bytes, cancellationToken);
                there = TelegramReference.Append(there, sent[0].Chat.Id, sent.Select(message => message.Id));
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return TelegramAnswers.Classify(e, request.Destination) with { Progress = there?.ToString() };
        }

        return new SendOutcome.Delivered(there!.ToString());
    }

    /// <summary>The parts behind so many messages.</summary>
    private static ImmutableArray<RenderedPart> Missing(RenderedPost rendered, int messages) =>
    [
        .. rendered.Parts.SkipWhile(part =>
        {
            var skip = messages > 0;
            messages -= TelegramMessage.Of(part).Length;
            return skip;
        }),
    ];

    private static async Task<Message[]> SendAsync(
        TelegramBotClient client,
        ChatId chat,
        RenderedPart part,
        IReadOnlyDictionary<string, BinaryData> bytes,
        CancellationToken cancellationToken) =>
        TelegramMessage.Of(part) switch
        {
            // A preview makes Telegram's own servers follow the short link, which would count as a reader.
            [{ Picture: null } words] =>
            [
                await client.SendMessage(
                    chat,
                    words.Text,
                    linkPreviewOptions: LinkPreviewOptions.Disabled,
                    entities: words.Entities(),
                    cancellationToken: cancellationToken),
            ],
            [{ Picture: { } picture } message] =>
            [
                await client.SendPhoto(
                    chat,
                    File(picture, bytes),
                    message.Text,
                    captionEntities: message.Entities(),
                    cancellationToken: cancellationToken),
            ],
            var album => await client.SendMediaGroup(
                chat, album.Select(message => Media(message, bytes)), cancellationToken: cancellationToken),
        };

    public static InputMediaPhoto Media(TelegramMessage message, IReadOnlyDictionary<string, BinaryData> bytes) =>
        new(File(message.Picture!, bytes)) { Caption = message.Text, CaptionEntities = [.. message.Entities()] };

    // The stream lies in memory and holds nothing that had to be given back.
    private static InputFileStream File(PostPicture picture, IReadOnlyDictionary<string, BinaryData> bytes) =>
        InputFile.FromStream(bytes[picture.Blob].ToStream(), picture.Blob);
}
