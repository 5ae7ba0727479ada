using Dissemination.Translation.Checks;
using Dissemination.Translation.Drafting;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Memory;
using Dissemination.Translation.Recordings;
using Dissemination.Translation.Review;
using Dissemination.Translation.Variants;

namespace Dissemination.Translation;

internal static class TranslationSetup
{
    public static IServiceCollection AddTranslation(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddDrafting(configuration)
            .AddSingleton<TranslationStarter>()
            .AddSingleton<TranslationService>()
            .AddSingleton<VariantService>()
            .AddSingleton<RecordingReader>()
            .AddSingleton<SpokenVersionReader>()
            .AddSingleton<VoiceFiles>()
            .AddSingleton<RecordingService>()
            .AddSingleton<CommentService>()
            .AddSingleton<TextFit>()
            .AddSingleton<TextChecker>()
            .AddSingleton<TranslationReminder>()
            .AddSingleton<ExchangeService>()
            .AddSingleton<ApprovedTranslationReader>()
            .AddSingleton<TranslationCloser>()
            .AddSingleton<MemoryStore>()
            .AddSingleton<MemoryUpdater>()
            .AddSingleton<MemoryExport>()
            .AddSingleton<SegmentFiller>()
            .AddSingleton<OtherSpellingReader>()
            .AddSingleton<GlossaryStore>()
            .AddSingleton<GlossaryService>();
}
