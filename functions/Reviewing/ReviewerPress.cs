using Dissemination.Directory;
using Telegram.Bot.Types;

namespace Dissemination.Reviewing;

/// <summary>A button that somebody pressed under a message of the bot.</summary>
/// <param name="Texts">In the language of the person's own Telegram.</param>
internal sealed record ReviewerPress(ReviewerButton Button, Person Person, Message Message, ReviewerTexts Texts);
