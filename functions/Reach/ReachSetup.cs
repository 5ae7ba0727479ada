namespace Dissemination.Reach;

internal static class ReachSetup
{
    public static IServiceCollection AddReach(this IServiceCollection services) =>
        services.AddSingleton<ReachSampleStore>().AddSingleton<ReachSampler>();
}
