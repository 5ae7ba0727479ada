using System.Globalization;
using System.Text.Json.Nodes;

namespace Dissemination.Simulators.Telegram;

/// <summary>What Telegram would bring to a bot's webhook when people write and press, as JSON.</summary>
public static class TelegramUpdates
{
    private static int _last;

    /// <summary>Somebody presses a button below a message.</summary>
    public static string Press(TelegramPost post, string? data, long by, string language = "vi", string chat = "private")
    {
        var message = TelegramAnswer.Message(post, new(chat));
        message["from"] = TelegramAnswer.Bot(post.Token);
        return Update("callback_query", id => new()
        {
            ["id"] = PressOf(id),
            ["from"] = User(by, language),
            ["chat_instance"] = "1",
            ["message"] = message,
            ["data"] = data,
        });
    }

    /// <summary>Somebody writes, or sends something without words.</summary>
    public static string Write(long by, string? text, string language = "vi", string chat = "private") =>
        Update("message", id => Message(id, by, text, language, chat));

    /// <summary>Somebody answers a message.</summary>
    public static string Reply(TelegramPost post, long by, string? text, string language = "vi") => Update("message", id =>
    {
        var message = Message(id, by, text, language, "private");
        var answered = TelegramAnswer.Message(post, new("private"));
        answered["from"] = TelegramAnswer.Bot(post.Token);
        message["reply_to_message"] = answered;
        return message;
    });

    /// <summary>What the press of such an update is called.</summary>
    public static string PressOf(string update) => PressOf(JsonNode.Parse(update)!["update_id"]!.GetValue<int>());

    private static string PressOf(int id) => string.Create(CultureInfo.InvariantCulture, $"press-{id}");

    private static string Update(string kind, Func<int, JsonObject> content)
    {
        var id = Interlocked.Increment(ref _last);
        return new JsonObject { ["update_id"] = id, [kind] = content(id) }.ToJsonString();
    }

    private static JsonObject Message(int id, long by, string? text, string language, string chat)
    {
        var message = new JsonObject
        {
            ["message_id"] = 1_000_000 + id,
            ["date"] = 1_795_000_000,
            ["from"] = User(by, language),
            ["chat"] = new JsonObject { ["id"] = chat is "private" ? by : -by, ["type"] = chat, ["first_name"] = "simulated" },
        };
        if (text is not null)
        {
            message["text"] = text;
        }

        return message;
    }

    private static JsonObject User(long id, string language) =>
        new() { ["id"] = id, ["is_bot"] = false, ["first_name"] = "simulated", ["language_code"] = language };
}
