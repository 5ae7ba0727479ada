namespace Dissemination.Simulators;

/// <summary>What a simulator counted, and how many posts are really there.</summary>
public sealed record SimulatorCounts(int Calls, int Throttled, int AskedTooSoon, int Posted)
{
    public static SimulatorCounts Of(ISimulator simulator) =>
        new(simulator.Calls, simulator.Throttled, simulator.AskedTooSoon, simulator.Posted.Count);
}
