using Dissemination.Directory.Changes;

namespace Dissemination.Directory;

internal static class DirectorySetup
{
    /// <summary>Communes, destinations and people, and the languages of them.</summary>
    public static IServiceCollection AddDirectory(this IServiceCollection services)
    {
        Languages.EnsureRead();
        return services.AddSingleton<DirectoryStore>().AddSingleton<RowRecord>();
    }
}
