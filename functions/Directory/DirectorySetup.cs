namespace Dissemination.Directory;

internal static class DirectorySetup
{
    /// <summary>Communes, destinations and people.</summary>
    public static IServiceCollection AddDirectory(this IServiceCollection services) => services.AddSingleton<DirectoryStore>();
}
