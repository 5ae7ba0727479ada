using Dissemination.Content;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Memory;
using Dissemination.Translation.Review;

namespace Dissemination.Translation;

internal static class TranslationSetup
{
    public static IServiceCollection AddTranslation(this IServiceCollection services) =>
        services
            .AddSingleton<TranslationDesk>()
            .AddSingleton<Translations>()
            .AddSingleton<TranslationComments>()
            .AddSingleton<TextJudge>()
            .AddSingleton<TranslationReminder>()
            .AddSingleton<TranslationFiles>()
            .AddSingleton<IReadyLanguages, ApprovedTranslations>()
            .AddSingleton<MemoryCatalog>()
            .AddSingleton<GlossaryStore>()
            .AddSingleton<GlossaryImport>()
            .AddSingleton<IGlossaryIntake>(rooms => rooms.GetRequiredService<GlossaryImport>());
}
