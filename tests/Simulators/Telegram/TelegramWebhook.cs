using System.Text.Json.Nodes;

namespace Dissemination.Simulators.Telegram;

/// <summary>Where a bot has its updates brought to.</summary>
/// <param name="AllowedUpdates">The kinds that it asked for, as JSON.</param>
public sealed record TelegramWebhook(string Url, string Secret, string AllowedUpdates)
{
    internal static TelegramFault.Answer? Refused(TelegramCall call) =>
        call.Field("url").StartsWith("https://", StringComparison.Ordinal)
            ? null
            : TelegramContent.Bad("bad webhook: An HTTPS URL must be provided for webhook");

    internal static JsonObject Info(TelegramWebhook? webhook, string? error)
    {
        var info = new JsonObject { ["url"] = webhook?.Url ?? "", ["has_custom_certificate"] = false, ["pending_update_count"] = 0 };
        if (error is not null)
        {
            info["last_error_message"] = error;
            info["last_error_date"] = 1_795_000_000;
        }

        return info;
    }
}
