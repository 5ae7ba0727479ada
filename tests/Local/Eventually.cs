namespace Dissemination.Tests.Local;

/// <summary>Waits for a condition instead of a time.</summary>
internal static class Eventually
{
    /// <summary>A guard against waiting in vain: how long something takes tells how busy the machine is.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static Task IsTrueAsync(Func<bool> condition, string what, TimeSpan? longest = null) =>
        IsTrueAsync(() => Task.FromResult(condition()), what, longest);

    /// <param name="longest">When to give up; five minutes where nothing is said.</param>
    /// <param name="pause">Between two looks; longer where a look is dear.</param>
    public static async Task IsTrueAsync(Func<Task<bool>> condition, string what, TimeSpan? longest = null, TimeSpan? pause = null)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < (longest ?? Longest), "Never came true: " + what);
            await Task.Delay(pause ?? Pause, TestContext.Current.CancellationToken);
        }
    }
}
