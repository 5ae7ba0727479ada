namespace Dissemination.Content;

internal static class ContentSetup
{
    public static IServiceCollection AddContent(this IServiceCollection services) => services
        .AddSingleton<ItemReader>()
        .AddSingleton<ItemNotes>()
        .AddSingleton<ReportsAnew>()
        .AddSingleton<RecentRevisions>()
        .AddSingleton<ReferenceStore>();
}
