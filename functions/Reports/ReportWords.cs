using Dissemination.Translation;

namespace Dissemination.Reports;

/// <summary>Standings in words.</summary>
internal static class ReportWords
{
    public static string Of(ReportLine line) => line.Standing switch
    {
        LineStanding.NotYet => Texts.StandingNotYet,
        LineStanding.WaitsForTranslation => $"{Texts.StandingWaitsForTranslation} ({Of(line.Translation ?? TranslationState.Wanted)})",
        LineStanding.UnderWay => line.HandTasksOpen > 0 ? Texts.StandingHandTasksOpen : Texts.StandingUnderWay,
        LineStanding.PartlyDelivered => Texts.StandingPartlyDelivered,
        LineStanding.Delivered => Texts.StandingDelivered,
        LineStanding.Troubled => Texts.StandingTroubled,
        LineStanding.Withdrawn => Texts.StandingWithdrawn,
        _ => line.Standing.ToString(),
    };

    public static string Of(TranslationState state) => state switch
    {
        TranslationState.Wanted => Texts.TranslationWanted,
        TranslationState.Drafted => Texts.TranslationDrafted,
        TranslationState.InReview => Texts.TranslationInReview,
        TranslationState.Returned => Texts.TranslationReturned,
        TranslationState.Approved => Texts.TranslationApproved,
        TranslationState.Outdated => Texts.TranslationOutdated,
        TranslationState.Dropped => Texts.TranslationDropped,
        _ => state.ToString(),
    };
}
