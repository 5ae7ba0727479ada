using System.Text.Json;

namespace Dissemination.Tests.SimulatorTests;

/// <summary>What the simulated Telegram answered.</summary>
internal sealed record TelegramReply(int Status, JsonElement Body)
{
    public JsonElement Result => Body.GetProperty("result");

    public int Message => Result.GetProperty("message_id").GetInt32();

    public string Description => Body.GetProperty("description").GetString()!;

    public int RetryAfter => Body.GetProperty("parameters").GetProperty("retry_after").GetInt32();
}
