namespace Dissemination.Simulators.Telegram;

/// <summary>What a bot answered to whoever pressed a button.</summary>
/// <param name="Press">Which press.</param>
/// <param name="IsAlert">Whether it has to be closed.</param>
public sealed record TelegramPressAnswer(string Press, string Text, bool IsAlert);
