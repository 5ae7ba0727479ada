namespace Dissemination.Simulators.Telegram;

/// <summary>What a bot is in a chat.</summary>
public enum TelegramMembership
{
    Administrator,

    /// <summary>An administrator of a channel without the right to post.</summary>
    AdministratorWhoMayNotPost,

    Member,

    /// <summary>A member who may not write.</summary>
    Muted,

    /// <summary>A member who may write words and send no photos.</summary>
    MutedForPhotos,

    Left,

    Kicked,
}
