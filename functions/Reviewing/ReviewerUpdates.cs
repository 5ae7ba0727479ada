using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Dissemination.Reviewing;

/// <summary>What Telegram tells the reviewers' bot. It talks to people one by one: groups and channels are none of its business.</summary>
internal sealed class ReviewerUpdates(ReviewerPresses presses, ReviewerReplies replies)
{
    /// <summary>
    /// Kinds that nobody asked for are passed over. The same update once more finds what the first one did, and does nothing again.
    /// </summary>
    public Task TakeAsync(Update update, CancellationToken cancellationToken) => update switch
    {
        { CallbackQuery: { From.IsBot: false } press } => presses.TakeAsync(press, cancellationToken),
        { Message: { Chat.Type: ChatType.Private, From.IsBot: false } message } => replies.TakeAsync(message, cancellationToken),
        _ => Task.CompletedTask,
    };
}
