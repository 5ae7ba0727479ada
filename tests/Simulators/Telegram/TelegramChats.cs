using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;

namespace Dissemination.Simulators.Telegram;

/// <summary>All chats with their messages, and what the methods of the Bot API do to them.</summary>
internal sealed class TelegramChats
{
    /// <summary>How long a bot may take down what it posted.</summary>
    private static readonly TimeSpan Deletable = TimeSpan.FromHours(48);

    private static readonly TelegramFault.Answer NotModified = TelegramContent.Bad(
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");

    private readonly ConcurrentDictionary<(long Chat, int Message), TelegramPost> _messages = new();
    private int _last;

    public ConcurrentDictionary<long, TelegramChat> Kinds { get; } = new();

    public ConcurrentQueue<TelegramPressAnswer> Answers { get; } = new();

    public ConcurrentDictionary<string, TelegramWebhook> Webhooks { get; } = new(StringComparer.Ordinal);

    /// <summary>What <c>getWebhookInfo</c> tells of the last update that did not get there.</summary>
    public string? WebhookError { get; set; }

    /// <summary>What <c>getChatMemberCount</c> answers.</summary>
    public int Members { get; set; } = 128;

    /// <summary>The messages that are there, in the order in which they came.</summary>
    public IReadOnlyList<TelegramPost> Posts => [.. _messages.Values.OrderBy(post => post.Message)];

    /// <summary>The posts that are there: an album is one.</summary>
    public IReadOnlyList<PostedPost> Posted =>
    [
        .. Posts.GroupBy(post => post.Album ?? post.Message).Select(album => (First: album.First(), All: album))
        .Select(album => new PostedPost(
            album.First.Token,
            album.First.Chat.ToString(CultureInfo.InvariantCulture),
            string.Join(',', album.All.Select(post => post.Message.ToString(CultureInfo.InvariantCulture))),
            string.Join('\n', album.All.Select(post => post.Text).Where(text => text.Length > 0)),
            album.All.Count(post => post.Photo is not null),
            album.First.At)),
    ];

    public TelegramAnswer Do(string token, string method, TelegramCall call, DateTimeOffset arrived) => method switch
    {
        "sendMessage" => Send(token, call, arrived, Text(call), content => content.RefusedAsText),
        "sendPhoto" => Send(token, call, arrived, call.Photo, content => content.RefusedAsPhoto),
        "sendVoice" => Send(token, call, arrived, call.Voice, content => content.RefusedAsVoice),
        "sendMediaGroup" => SendAlbum(token, call, arrived, call.Media),
        "editMessageText" => Edit(token, call, Text(call), EditText),
        "editMessageCaption" => Edit(token, call, call.Photo, EditCaption),
        "editMessageMedia" =>
            call.Media is [var piece]
                ? Edit(token, call, piece, EditMedia)
                : Refused(TelegramContent.Bad("there is no media in the request")),
        "editMessageReplyMarkup" => Edit(token, call, Text(call), EditMarkup),
        "answerCallbackQuery" => Answer(call),
        "setWebhook" => SetWebhook(token, call),
        "deleteWebhook" => DeleteWebhook(token),
        "getWebhookInfo" => TelegramAnswer.Done(TelegramWebhook.Info(Webhooks.GetValueOrDefault(token), WebhookError)),
        "deleteMessage" => Delete(call, arrived),
        "getMe" => TelegramAnswer.Done(TelegramAnswer.Bot(token)),
        "getChat" => Seen(call) ?? TelegramAnswer.Done(TelegramAnswer.Chat(call.Chat, Kind(call.Chat))),
        "getChatMember" => Seen(call) ?? TelegramAnswer.Done(TelegramAnswer.Member(token, Kind(call.Chat))),
        "getChatMemberCount" => Seen(call) ?? TelegramAnswer.Done(Members),
        _ => Refused(new(404, "Not Found")),
    };

    private static TelegramContent Text(TelegramCall call) =>
        new(call.Field("text"), call.Entities("entities"), null) { Markup = TelegramMarkup.Read(call.Field("reply_markup")) };

    private TelegramChat Kind(long chat) => Kinds.GetValueOrDefault(chat) ?? new();

    /// <summary>A bot that was thrown out sees nothing of a chat; one that left still does.</summary>
    private TelegramAnswer? Seen(TelegramCall call) =>
        Kind(call.Chat) is { Bot: TelegramMembership.Kicked, RefusesPosts: { } refusal } ? Refused(refusal) : null;

    private TelegramAnswer Send(
        string token,
        TelegramCall call,
        DateTimeOffset arrived,
        TelegramContent content,
        Func<TelegramContent, TelegramFault.Answer?> check)
    {
        var kind = Kind(call.Chat);
        return (kind.RefusesPosts ?? check(content)) is { } refusal
            ? Refused(refusal)
            : TelegramAnswer.Done(
                Add(new(
                    token,
                    call.Chat,
                    Interlocked.Increment(ref _last),
                    content.Text,
                    content.Entities,
                    content.Photo,
                    content.Photo is null && content.Voice is null && call.LinkPreview,
                    arrived)
                {
                    Voice = content.Voice,
                    Duration = content.Duration,
                    Buttons = content.Markup.Buttons,
                    ForcesReply = content.Markup.ForcesReply,
                }),
                kind);
    }

    private TelegramAnswer SendAlbum(string token, TelegramCall call, DateTimeOffset arrived, ImmutableArray<TelegramContent> pieces)
    {
        var kind = Kind(call.Chat);
        if ((kind.RefusesPosts ?? AlbumRefusal(pieces)) is { } refusal)
        {
            return Refused(refusal);
        }

        var first = Interlocked.Add(ref _last, pieces.Length) - pieces.Length + 1;
        var posts = pieces.Select(
            (piece, at) => Add(
                new(token, call.Chat, first + at, piece.Text, piece.Entities, piece.Photo, LinkPreview: false, arrived, first)));
        return TelegramAnswer.Done(new System.Text.Json.Nodes.JsonArray([.. posts.Select(post => TelegramAnswer.Message(post, kind))]));
    }

    private static TelegramFault.Answer? AlbumRefusal(ImmutableArray<TelegramContent> pieces) =>
        pieces.Length < 2 ? TelegramContent.Bad("there are too few messages to send as an album")
        : pieces.Length > 10 ? TelegramContent.Bad("too many messages to send as an album")
        : pieces.Select(piece => piece.RefusedAsPhoto).FirstOrDefault(refusal => refusal is not null);

    private TelegramPost Add(TelegramPost post) => _messages[(post.Chat, post.Message)] = post;

    private TelegramAnswer Edit(
        string token,
        TelegramCall call,
        TelegramContent content,
        Func<TelegramPost, TelegramContent, (TelegramPost? Edited, TelegramFault.Answer? Refusal)> edit)
    {
        while (true)
        {
            if (!_messages.TryGetValue((call.Chat, call.Message), out var post))
            {
                return Refused(TelegramContent.Bad("message to edit not found"));
            }

            if (post.Token != token)
            {
                return Refused(TelegramContent.Bad("message can't be edited"));
            }

            var (edited, refusal) = edit(post, content);
            if (refusal is not null)
            {
                return Refused(refusal);
            }

            // Another call may have changed it in between.
            if (_messages.TryUpdate((call.Chat, call.Message), edited!, post))
            {
                return TelegramAnswer.Done(edited!, Kind(call.Chat));
            }
        }
    }

    private static (TelegramPost? Edited, TelegramFault.Answer? Refusal) EditText(TelegramPost post, TelegramContent content) =>
        post.Photo is not null ? (null, TelegramContent.Bad("there is no text in the message to edit"))
        : content.RefusedAsText is { } refusal ? (null, refusal)
        : content.SaysTheSameAs(post) ? (null, NotModified)
        : (post with { Text = content.Text, Entities = content.Entities, Buttons = content.Markup.Buttons }, null);

    private static (TelegramPost? Edited, TelegramFault.Answer? Refusal) EditMarkup(TelegramPost post, TelegramContent content) =>
        content.Markup.Refused is { } refusal ? (null, refusal)
        : content.Markup.Buttons.SequenceEqual(post.Buttons) ? (null, NotModified)
        : (post with { Buttons = content.Markup.Buttons }, null);

    private static (TelegramPost? Edited, TelegramFault.Answer? Refusal) EditCaption(TelegramPost post, TelegramContent content) =>
        post.Photo is null && post.Voice is null ? (null, TelegramContent.Bad("there is no caption in the message to edit"))
        : content.RefusedAsCaption is { } refusal ? (null, refusal)
        : content.SaysTheSameAs(post) ? (null, NotModified)
        : (post with { Text = content.Text, Entities = content.Entities, Buttons = content.Markup.Buttons }, null);

    /// <summary>A file that is uploaded is a new one even where its bytes are the same. A message of words becomes a photo.</summary>
    private static (TelegramPost? Edited, TelegramFault.Answer? Refusal) EditMedia(TelegramPost post, TelegramContent content) =>
        content.RefusedAsPhoto is { } refusal ? (null, refusal)
        : (post with { Text = content.Text, Entities = content.Entities, Photo = content.Photo, LinkPreview = false }, null);

    private TelegramAnswer Answer(TelegramCall call)
    {
        if (call.Field("text").Length > 200)
        {
            return Refused(TelegramContent.Bad("MESSAGE_TOO_LONG"));
        }

        Answers.Enqueue(new(call.Field("callback_query_id"), call.Field("text"), call.Field("show_alert") is "true"));
        return TelegramAnswer.Done(true);
    }

    private TelegramAnswer DeleteWebhook(string token)
    {
        Webhooks.TryRemove(token, out _);
        return TelegramAnswer.Done(true);
    }

    private TelegramAnswer SetWebhook(string token, TelegramCall call)
    {
        if (TelegramWebhook.Refused(call) is { } refusal)
        {
            return Refused(refusal);
        }

        Webhooks[token] = new(call.Field("url"), call.Field("secret_token"), call.Field("allowed_updates"));
        return TelegramAnswer.Done(true);
    }

    private TelegramAnswer Delete(TelegramCall call, DateTimeOffset arrived) =>
        !_messages.TryGetValue((call.Chat, call.Message), out var post) ? Refused(TelegramContent.Bad("message to delete not found"))
        : arrived - post.At >= Deletable ? Refused(TelegramContent.Bad("message can't be deleted"))
        : _messages.TryRemove((call.Chat, call.Message), out _) ? TelegramAnswer.Done(true)
        : Refused(TelegramContent.Bad("message to delete not found"));

    private static TelegramAnswer Refused(TelegramFault.Answer refusal) => TelegramAnswer.Refused(refusal);
}
