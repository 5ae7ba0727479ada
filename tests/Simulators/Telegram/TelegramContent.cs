using System.Collections.Immutable;

namespace Dissemination.Simulators.Telegram;

/// <summary>What a message shows.</summary>
internal sealed record TelegramContent(string Text, ImmutableArray<TelegramEntity> Entities, byte[]? Photo)
{
    private const int TextLimit = 4096;
    private const int CaptionLimit = 1024;
    private const int VoiceLimit = 50 * 1024 * 1024;
    private const int PhotoLimit = 10 * 1024 * 1024;

    /// <summary>The bytes of a voice message; null for any other.</summary>
    public byte[]? Voice { get; init; }

    public int Duration { get; init; }

    /// <summary>What stands below it.</summary>
    public TelegramMarkup Markup { get; init; } = TelegramMarkup.None;

    /// <summary>Why Telegram does not take a message of words; null where it does.</summary>
    public TelegramFault.Answer? RefusedAsText =>
        Text.Length == 0 ? Bad("message text is empty")
        : Text.Length > TextLimit ? Bad("message is too long")
        : RefusedEntities ?? Markup.Refused;

    /// <summary>Why Telegram does not take a caption.</summary>
    public TelegramFault.Answer? RefusedAsCaption => Text.Length > CaptionLimit ? Bad("message caption is too long") : RefusedEntities;

    /// <summary>Why Telegram does not take a photo with its caption.</summary>
    public TelegramFault.Answer? RefusedAsPhoto =>
        Photo is not { Length: > 0 and <= PhotoLimit } ? Bad("there is no photo in the request") : RefusedAsCaption;

    /// <summary>Why Telegram does not take a voice message: its bytes have to be MP3 or Ogg, whatever the file is called.</summary>
    public TelegramFault.Answer? RefusedAsVoice =>
        Voice is not { Length: > 0 and <= VoiceLimit } ? Bad("there is no voice in the request")
        : !IsSound(Voice) ? Bad("wrong file type")
        : RefusedAsCaption;

    private static bool IsSound(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("OggS"u8) || bytes.StartsWith("ID3"u8) || (bytes.Length > 1 && bytes[0] == 0xFF && (bytes[1] & 0xE0) == 0xE0);

    private TelegramFault.Answer? RefusedEntities =>
        Entities.Any(entity => entity.Offset < 0 || entity.Length <= 0 || entity.Offset + entity.Length > Text.Length)
            ? Bad("entity is out of bounds")
            : null;

    public bool SaysTheSameAs(TelegramPost post) =>
        Text == post.Text && Entities.SequenceEqual(post.Entities) && Markup.Buttons.SequenceEqual(post.Buttons);

    public static TelegramFault.Answer Bad(string words) => new(400, $"Bad Request: {words}");
}
