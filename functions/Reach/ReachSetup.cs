namespace Dissemination.Reach;

internal static class ReachSetup
{
    public static IServiceCollection AddReach(this IServiceCollection services) =>
        services.AddSingleton<LinkOpening>().AddSingleton<ReachSampler>();
}
