namespace Dissemination.Simulators.Telegram;

/// <summary>A style of a stretch of the text, in UTF-16 code units.</summary>
public sealed record TelegramEntity(string Type, int Offset, int Length, string? Url);
