namespace Dissemination.Tests.Runs;

/// <summary>
/// Whether the long runs are asked for: <c>DISSEMINATION_RUNS=full</c>. Without it they are as short as a suite can bear.
/// </summary>
internal static class RunSize
{
    public static bool IsFull { get; } = string.Equals(
        Environment.GetEnvironmentVariable("DISSEMINATION_RUNS"), "full", StringComparison.OrdinalIgnoreCase);

    /// <summary>The seed of a run, printed; <c>DISSEMINATION_SEED</c> repeats one.</summary>
    public static int Seed()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("DISSEMINATION_SEED"),
            System.Globalization.CultureInfo.InvariantCulture,
            out var given) ? given : Environment.TickCount & 0xFFFF;
        TestContext.Current.TestOutputHelper?.WriteLine($"DISSEMINATION_SEED={seed}");
        TestContext.Current.SendDiagnosticMessage($"DISSEMINATION_SEED={seed}");
        return seed;
    }
}
