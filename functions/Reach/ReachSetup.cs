using Dissemination.Reach.Collection;
using Dissemination.Reach.Meetings;
using Dissemination.Reach.Summary;

namespace Dissemination.Reach;

internal static class ReachSetup
{
    public static IServiceCollection AddReach(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<OnTimeOptions, OnTimeOptionsValidator>().BindConfiguration(OnTimeOptions.Section);
        services.AddOptionsWithValidateOnStart<CollectionOptions, CollectionOptionsValidator>()
            .BindConfiguration(CollectionOptions.Section);
        return services
            .AddSingleton<ReachSampleStore>()
            .AddSingleton<PostAsking>()
            .AddSingleton<ReachCollector>()
            .AddSingleton<MeetingStore>()
            .AddSingleton<MeetingService>()
            .AddSingleton<MeetingImport>()
            .AddSingleton<MeetingSummaryReader>()
            .AddSingleton<SummaryStore>()
            .AddSingleton<SummaryMemory>()
            .AddSingleton<SummaryRecords>()
            .AddSingleton<Summarizer>()
            .AddSingleton<SummaryRebuild>();
    }
}
