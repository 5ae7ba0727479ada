namespace Dissemination.Simulators.Telegram;

/// <summary>What a chat is, and what a bot may do in it.</summary>
/// <param name="Type"><c>channel</c>, <c>supergroup</c>, <c>group</c> or <c>private</c>.</param>
/// <param name="MembersMayWrite">Whether the chat lets its plain members write; a channel never does.</param>
public sealed record TelegramChat(
    string Type = "channel", TelegramMembership Bot = TelegramMembership.Administrator, bool MembersMayWrite = true)
{
    /// <summary>What happens to a bot that posts there; null where it may.</summary>
    public TelegramFault.Answer? RefusesPosts => (Bot, Type) switch
    {
        (TelegramMembership.Left, _) => new(403, $"Forbidden: bot is not a member of the {Type} chat"),
        (TelegramMembership.Kicked, _) => new(403, $"Forbidden: bot was kicked from the {Type} chat"),
        (TelegramMembership.Member or TelegramMembership.AdministratorWhoMayNotPost, "channel") =>
            new(400, "Bad Request: need administrator rights in the channel chat"),
        (TelegramMembership.Muted, _) => new(400, "Bad Request: not enough rights to send text messages to the chat"),
        (TelegramMembership.Member, _) when !MembersMayWrite =>
            new(400, "Bad Request: not enough rights to send text messages to the chat"),
        _ => null,
    };
}
