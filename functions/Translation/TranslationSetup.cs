using Dissemination.Content;

namespace Dissemination.Translation;

internal static class TranslationSetup
{
    public static IServiceCollection AddTranslation(this IServiceCollection services) =>
        services.AddSingleton<TranslationDesk>().AddSingleton<Translations>().AddSingleton<IReadyLanguages, ApprovedTranslations>();
}
