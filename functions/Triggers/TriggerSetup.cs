namespace Dissemination.Triggers;

/// <summary>All that wakes the program. The function <c>Pages</c> is not here: the host forwards its requests as they are.</summary>
internal static class TriggerSetup
{
    public static void MapTriggers(this IEndpointRouteBuilder endpoints)
    {
        HandInContentTrigger.Map(endpoints);
        HandInDirectoryTrigger.Map(endpoints);
        WantTranslationsTrigger.Map(endpoints);
        PublishDueTrigger.Map(endpoints);
        FanOutTrigger.Map(endpoints);
        SendDeliveriesTrigger.Map(endpoints);
        SweepLanesTrigger.Map(endpoints);
        SampleReachTrigger.Map(endpoints);
        WriteReportsTrigger.Map(endpoints);
        RemindHandTasksTrigger.Map(endpoints);
        RemindTranslationsTrigger.Map(endpoints);
        KeepMemoryTrigger.Map(endpoints);
        CallReviewersTrigger.Map(endpoints);
        TellReviewersTrigger.Map(endpoints);
        KeepUnhandledBlobTrigger.Map(endpoints);
        KeepUnhandledFanOutsTrigger.Map(endpoints);
        KeepUnhandledLanesTrigger.Map(endpoints);
        KeepUnhandledTranslationsTrigger.Map(endpoints);
        KeepUnhandledReviewersTrigger.Map(endpoints);
    }
}
