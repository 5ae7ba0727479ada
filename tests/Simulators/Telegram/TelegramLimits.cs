namespace Dissemination.Simulators.Telegram;

/// <summary>How fast a bot may post: strict sliding windows over the arrivals of its calls.</summary>
/// <param name="PerBotSecond">Calls a second of one bot; 0 for no limit.</param>
/// <param name="PerChatMinute">Calls a minute of one bot in one chat; 0 for no limit.</param>
/// <param name="PerChatInterval">The shortest time between two calls of one bot in one chat; a second unless told.</param>
public sealed record TelegramLimits(int PerBotSecond = 30, int PerChatMinute = 20, TimeSpan? PerChatInterval = null)
{
    public TimeSpan ChatInterval => PerChatInterval ?? TimeSpan.FromSeconds(1);
}
