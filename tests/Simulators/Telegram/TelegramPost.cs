using System.Collections.Immutable;

namespace Dissemination.Simulators.Telegram;

/// <summary>What the simulated Telegram really posted.</summary>
/// <param name="Text">The message, or the caption of the photo.</param>
/// <param name="Photo">The bytes of the photo; null for a message.</param>
public sealed record TelegramPost(string Token, long Chat, int Message, string Text, ImmutableArray<TelegramEntity> Entities, byte[]? Photo, bool LinkPreview);

/// <summary>A style of a stretch of the text, in UTF-16 code units.</summary>
public sealed record TelegramEntity(string Type, int Offset, int Length, string? Url);
