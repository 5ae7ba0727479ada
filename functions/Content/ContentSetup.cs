namespace Dissemination.Content;

internal static class ContentSetup
{
    /// <summary>Intake of what is handed in, and the items that come of it.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services) =>
        services
            .AddSingleton<HandInDesk>()
            .AddSingleton<HandIns>()
            .AddSingleton<Rejections>()
            .AddSingleton<ItemIntake>()
            .AddSingleton<ReferenceIntake>()
            .AddSingleton<PictureRevisions>()
            .AddSingleton<ContentIntake>()
            .AddSingleton<DirectoryImport>()
            .AddSingleton<Items>();
}
