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
            .AddSingleton<MemoryCatalog>()
            .AddSingleton<MemoryKeeper>()
            .AddSingleton<SegmentFiller>()
            .AddSingleton<GlossaryStore>()
            .AddSingleton<GlossaryImport>()
            .AddSingleton<IGlossaryIntake>(rooms => rooms.GetRequiredService<GlossaryImport>());
}
