using Dissemination.Content;
using Dissemination.Translation.Drafting;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Memory;
using Dissemination.Translation.Review;
using Dissemination.Translation.Variants;

namespace Dissemination.Translation;

internal static class TranslationSetup
{
    public static IServiceCollection AddTranslation(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddDrafting(configuration)
            .AddSingleton<TranslationDesk>()
            .AddSingleton<Translations>()
            .AddSingleton<CommuneVariants>()
            .AddSingleton<TranslationComments>()
            .AddSingleton<TextJudge>()
            .AddSingleton<TranslationReminder>()
            .AddSingleton<TranslationFiles>()
            .AddSingleton<IReadyTexts, ApprovedTranslations>()
            .AddSingleton<WithdrawnTranslations>()
            .AddSingleton<MemoryCatalog>()
            .AddSingleton<MemoryKeeper>()
            .AddSingleton<MemoryExport>()
            .AddSingleton<MemoryImport>()
            .AddSingleton<ILanguageFileIntake>(rooms => rooms.GetRequiredService<MemoryImport>())
            .AddSingleton<SegmentFiller>()
            .AddSingleton<OtherSpellings>()
            .AddSingleton<GlossaryStore>()
            .AddSingleton<GlossaryImport>()
            .AddSingleton<GlossaryDesk>()
            .AddSingleton<ILanguageFileIntake>(rooms => rooms.GetRequiredService<GlossaryImport>())
            .AddSingleton<ILanguageFileIntake, SpellingImport>();
}
