using System.Collections.Immutable;
using System.Globalization;

namespace Dissemination.Channels.Telegram;

/// <summary>What Telegram calls a post: its chat and all its messages, written <c>-100123/7,8,9</c>.</summary>
internal sealed record TelegramReference(long Chat, ImmutableArray<int> Messages)
{
    /// <summary>The reference, or null where the text is none.</summary>
    public static TelegramReference? Parse(string? text)
    {
        if (text?.Split('/') is not [var chat, var list]
            || !long.TryParse(chat, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        var messages = ImmutableArray.CreateBuilder<int>();
        foreach (var written in list.Split(','))
        {
            if (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var message))
            {
                return null;
            }

            messages.Add(message);
        }

        return new(id, messages.ToImmutable());
    }

    /// <summary>The post with more messages behind those that are there.</summary>
    /// <param name="there">Null where none are.</param>
    public static TelegramReference Append(TelegramReference? there, long chat, IEnumerable<int> messages) =>
        there is null ? new(chat, [.. messages]) : there with { Messages = [.. there.Messages, .. messages] };

    /// <summary>Its first messages; null for none of them.</summary>
    public TelegramReference? First(int count) => count == 0 ? null : this with { Messages = Messages[..count] };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Chat}/{string.Join(',', Messages)}");
}
