using System.Text.Json;
using Dissemination.Simulators.Faults;

namespace Dissemination.Simulators;

/// <summary>How a simulator that runs by itself is asked and told.</summary>
public static class SimulatorControl
{
    public const string Posts = "/_posts";

    public const string Counts = "/_counts";

    public const string Faults = "/_faults";

    /// <summary>Adds the addresses to a simulator's server.</summary>
    public static void MapControl(this IEndpointRouteBuilder routes, ISimulator simulator)
    {
        routes.MapGet(Posts, () => Results.Json(simulator.Posted, SimulatorJson.Options));
        routes.MapGet(Counts, () => Results.Json(SimulatorCounts.Of(simulator), SimulatorJson.Options));
        routes.MapSetting<FaultPlan>(Faults, plan => Problem(plan ?? FaultPlan.None), plan => simulator.Faults = plan ?? FaultPlan.None);
    }

    /// <summary>Adds an address that takes a setting as JSON; <c>null</c> for none.</summary>
    /// <param name="problem">What is wrong with a setting, or null.</param>
    internal static void MapSetting<T>(this IEndpointRouteBuilder routes, string address, Func<T?, string?> problem, Action<T?> set)
        where T : class =>
        routes.MapPut(address, async (HttpRequest request) =>
        {
            try
            {
                var setting = await JsonSerializer.DeserializeAsync<T>(
                    request.Body, SimulatorJson.Options, request.HttpContext.RequestAborted);
                if (problem(setting) is { } words)
                {
                    return Results.Problem(words, statusCode: StatusCodes.Status400BadRequest);
                }

                set(setting);
                return Results.NoContent();
            }
            catch (JsonException e)
            {
                return Results.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest);
            }
        });

    private static string? Problem(FaultPlan plan) =>
        plan.Shares.Values.Any(share => share is < 0 or > 1) || plan.Shares.Values.Sum() > 1
            ? "Shares are from 0 to 1, and together at most 1."
            : null;
}
