using System.Collections.Immutable;

namespace Dissemination.Simulators.Telegram;

/// <summary>What the simulated Telegram really holds: one message.</summary>
/// <param name="Text">The message, or the caption of the photo.</param>
/// <param name="Photo">The bytes of the photo; null for a message of words.</param>
/// <param name="At">When its call arrived.</param>
/// <param name="Album">The first message of the album that it belongs to.</param>
public sealed record TelegramPost(
    string Token,
    long Chat,
    int Message,
    string Text,
    ImmutableArray<TelegramEntity> Entities,
    byte[]? Photo,
    bool LinkPreview,
    DateTimeOffset At,
    int? Album = null)
{
    /// <summary>The bytes of a voice message; null for any other.</summary>
    public byte[]? Voice { get; init; }

    /// <summary>How long it is, as its sender says.</summary>
    public int Duration { get; init; }

    /// <summary>What may be pressed below it.</summary>
    public ImmutableArray<TelegramButton> Buttons { get; init; } = [];

    /// <summary>Whether its reader's phone is ready to answer it.</summary>
    public bool ForcesReply { get; init; }
}
