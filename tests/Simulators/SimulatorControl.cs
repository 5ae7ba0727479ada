namespace Dissemination.Simulators;

/// <summary>How a simulator that runs by itself is asked and told.</summary>
public static class SimulatorControl
{
    public const string Posts = "/_posts";

    public const string Faults = "/_faults";

    /// <summary>Adds the two addresses to a simulator's server.</summary>
    public static void MapControl(this IEndpointRouteBuilder routes, ISimulator simulator)
    {
        routes.MapGet(Posts, () => simulator.Posted);
        routes.MapPut(Faults, (Faults.FaultPlan plan) => simulator.Faults = plan);
    }
}
