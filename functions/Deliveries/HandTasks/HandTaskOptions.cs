using System.ComponentModel.DataAnnotations;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>Settings under <c>HandTasks</c>.</summary>
internal sealed class HandTaskOptions
{
    public const string Section = "HandTasks";

    /// <summary>How long a hand task may be open before people are reminded of it; a year at most.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "366.00:00:00", MinimumIsExclusive = true)]
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// How long before that people are reminded for the first time; none where it is 0. At most half of the time that they have.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "366.00:00:00")]
    public TimeSpan RemindBefore { get; set; } = TimeSpan.FromHours(4);

    /// <summary>Before when what waits has to have come, to be late by now.</summary>
    public DateTimeOffset LateBefore(DateTimeOffset now) => now - LateAfter;

    /// <summary>The same, to be late soon.</summary>
    public DateTimeOffset SoonBefore(DateTimeOffset now) =>
        LateBefore(now) + (RemindBefore < LateAfter / 2 ? RemindBefore : LateAfter / 2);
}
