namespace Dissemination.Tests.Local;

/// <summary>Waits for a condition instead of a time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static Task IsTrueAsync(Func<bool> condition, string what, TimeSpan? longest = null) =>
        IsTrueAsync(() => Task.FromResult(condition()), what, longest);

    /// <param name="longest">When to give up; a minute where nothing is said.</param>
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
