using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Dissemination.Simulators.Telegram;

/// <summary>What stands below a message.</summary>
internal sealed record TelegramMarkup(ImmutableArray<TelegramButton> Buttons, bool ForcesReply)
{
    private const int DataLimit = 64;

    public static TelegramMarkup None { get; } = new([], ForcesReply: false);

    /// <summary>Why Telegram does not take it; null where it does.</summary>
    public TelegramFault.Answer? Refused =>
        Buttons.Any(button => Encoding.UTF8.GetByteCount(button.Data ?? "") > DataLimit) ? TelegramContent.Bad("BUTTON_DATA_INVALID")
        : Buttons.Any(button => button.Url is { } url && (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.IsLoopback))
            ? TelegramContent.Bad("BUTTON_URL_INVALID")
        : null;

    public static TelegramMarkup Read(string json)
    {
        if (json.Length == 0)
        {
            return None;
        }

        using var markup = JsonDocument.Parse(json);
        return new(
            markup.RootElement.TryGetProperty("inline_keyboard", out var rows)
                ? [.. rows.EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(Button)]
                : [],
            markup.RootElement.TryGetProperty("force_reply", out var forces) && forces.GetBoolean());
    }

    private static TelegramButton Button(JsonElement button) =>
        new(button.GetProperty("text").GetString()!, Text(button, "url"), Text(button, "callback_data"));

    private static string? Text(JsonElement button, string name) => button.TryGetProperty(name, out var value) ? value.GetString() : null;
}
