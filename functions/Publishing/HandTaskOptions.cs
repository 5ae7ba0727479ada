using System.Globalization;

namespace Dissemination.Publishing;

/// <summary>Settings under <c>HandTasks</c>.</summary>
internal sealed class HandTaskOptions
{
    public const string Section = "HandTasks";

    /// <summary>How long a hand task may be open before people are reminded of it.</summary>
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromDays(1);

    public void Read(IConfigurationSection section)
    {
        if (section[nameof(LateAfter)] is { } text)
        {
            LateAfter = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : TimeSpan.Zero;
        }
    }
}
