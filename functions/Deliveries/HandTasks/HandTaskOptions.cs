using System.ComponentModel.DataAnnotations;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>Settings under <c>HandTasks</c>.</summary>
internal sealed class HandTaskOptions
{
    public const string Section = "HandTasks";

    /// <summary>How long a hand task may be open before people are reminded of it; a year at most.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "366.00:00:00", MinimumIsExclusive = true)]
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromDays(1);
}
