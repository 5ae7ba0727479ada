namespace Dissemination.Simulators.Telegram;

/// <summary>A button below a message: it leads to a page, or tells the bot what it holds.</summary>
public sealed record TelegramButton(string Text, string? Url, string? Data);
