using System.Globalization;
using System.Text.Json.Nodes;

namespace Dissemination.Simulators.Telegram;

/// <summary>An answer in the Bot API's form.</summary>
internal sealed record TelegramAnswer(int Status, JsonNode Body)
{
    public static TelegramAnswer Done(JsonNode result) => new(200, new JsonObject { ["ok"] = true, ["result"] = result });

    public static TelegramAnswer Done(TelegramPost post, TelegramChat chat) => Done(Message(post, chat));

    public static TelegramAnswer Refused(TelegramFault.Answer answer)
    {
        var body = new JsonObject { ["ok"] = false, ["error_code"] = answer.Code, ["description"] = answer.Description };
        if (answer.RetryAfter is { } seconds)
        {
            body["parameters"] = new JsonObject { ["retry_after"] = seconds };
        }

        if (answer.MigrateToChatId is { } chat)
        {
            body["parameters"] = new JsonObject { ["migrate_to_chat_id"] = chat };
        }

        return new(answer.Code, body);
    }

    public static JsonObject Message(TelegramPost post, TelegramChat chat)
    {
        var message = new JsonObject
        {
            ["message_id"] = post.Message,
            ["date"] = post.At.ToUnixTimeSeconds(),
            ["chat"] = new JsonObject { ["id"] = post.Chat, ["type"] = chat.Type, ["title"] = "simulated" },
            [post.Photo is null && post.Voice is null ? "text" : "caption"] = post.Text,
        };
        if (post.Photo is { } photo)
        {
            var id = $"photo-{post.Message}";
            message["photo"] = new JsonArray(
                new JsonObject { ["file_id"] = id, ["file_unique_id"] = id, ["width"] = 1, ["height"] = 1, ["file_size"] = photo.Length });
        }

        if (post.Voice is { } voice)
        {
            var id = $"voice-{post.Message}";
            message["voice"] = new JsonObject
            {
                ["file_id"] = id,
                ["file_unique_id"] = id,
                ["duration"] = post.Duration,
                ["mime_type"] = "audio/mpeg",
                ["file_size"] = voice.Length,
            };
        }

        return message;
    }

    public static JsonObject Chat(long id, TelegramChat chat)
    {
        var full = new JsonObject
        {
            ["id"] = id,
            ["type"] = chat.Type,
            ["title"] = "simulated",
            ["accent_color_id"] = 0,
            ["max_reaction_count"] = 11,
        };
        if (chat.Type is not "channel")
        {
            full["permissions"] = Permissions(chat.MembersMayWrite, chat.MembersMayWrite);
        }

        return full;
    }

    public static JsonObject Bot(string token) => new()
    {
        ["id"] = long.TryParse(token.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 1,
        ["is_bot"] = true,
        ["first_name"] = "simulated",
        ["username"] = "simulated_bot",
    };

    public static JsonObject Member(string token, TelegramChat chat)
    {
        var member = chat.Bot switch
        {
            TelegramMembership.Administrator or TelegramMembership.AdministratorWhoMayNotPost => Administrator(chat),
            TelegramMembership.Muted => Restricted(words: false),
            TelegramMembership.MutedForPhotos => Restricted(words: true),
            TelegramMembership.Left => new() { ["status"] = "left" },
            TelegramMembership.Kicked => new() { ["status"] = "kicked", ["until_date"] = 0 },
            _ => new JsonObject { ["status"] = "member" },
        };
        member["user"] = Bot(token);
        return member;
    }

    private static JsonObject Administrator(TelegramChat chat)
    {
        var member = new JsonObject
        {
            ["status"] = "administrator",
            ["can_be_edited"] = false,
            ["is_anonymous"] = false,
            ["can_manage_chat"] = true,
            ["can_delete_messages"] = true,
        };
        if (chat.Type is "channel")
        {
            member["can_post_messages"] = chat.Bot is TelegramMembership.Administrator;
            member["can_edit_messages"] = true;
        }

        return member;
    }

    private static JsonObject Restricted(bool words)
    {
        var member = Permissions(words, photos: false);
        member["status"] = "restricted";
        member["is_member"] = true;
        member["until_date"] = 0;
        return member;
    }

    private static JsonObject Permissions(bool words, bool photos) => new() { ["can_send_messages"] = words, ["can_send_photos"] = photos };
}
