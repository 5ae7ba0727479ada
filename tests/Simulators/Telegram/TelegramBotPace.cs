using Dissemination.Simulators.Limits;

namespace Dissemination.Simulators.Telegram;

/// <summary>How fast one bot asks: what its limits leave, and whether it obeys the answers that told it to wait.</summary>
internal sealed class TelegramBotPace
{
    private readonly Lock _lock = new();
    private readonly NamedTimes _named = new();
    private readonly Dictionary<long, (SlidingWindow Minute, SlidingWindow Interval)> _chats = [];
    private TelegramLimits? _limits;
    private SlidingWindow _second = new(0, default);
    private int _calls;

    /// <summary>Counts a call as it arrives.</summary>
    /// <returns>Its number among the bot's calls, and whether the bot was told to wait longer.</returns>
    public (int Number, bool TooSoon) Arrived(DateTimeOffset now)
    {
        lock (_lock)
        {
            return (++_calls, _named.IsTooSoon(now));
        }
    }

    /// <summary>Takes room for a call.</summary>
    /// <returns>How long the bot has to wait, or null where there was room.</returns>
    public TimeSpan? Take(TelegramLimits limits, long chat, DateTimeOffset arrived)
    {
        lock (_lock)
        {
            if (_limits != limits)
            {
                (_limits, _second) = (limits, new(limits.PerBotSecond, TimeSpan.FromSeconds(1)));
                _chats.Clear();
            }

            if (!_chats.TryGetValue(chat, out var windows))
            {
                _chats[chat] = windows = (
                    new(limits.PerChatMinute, TimeSpan.FromMinutes(1)),
                    new(limits.ChatInterval > TimeSpan.Zero ? 1 : 0, limits.ChatInterval));
            }

            var wait = TimeSpan.FromTicks(
                Math.Max(_second.Wait(arrived).Ticks, Math.Max(windows.Minute.Wait(arrived).Ticks, windows.Interval.Wait(arrived).Ticks)));
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            _second.Take(arrived);
            windows.Minute.Take(arrived);
            windows.Interval.Take(arrived);
            return null;
        }
    }

    /// <summary>Remembers an answer that told the bot to wait.</summary>
    public void Throttled(DateTimeOffset now, TimeSpan wait, TimeSpan underWay)
    {
        lock (_lock)
        {
            _named.Answered(now, wait, underWay);
        }
    }
}
