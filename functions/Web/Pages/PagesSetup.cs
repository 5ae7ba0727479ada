using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Seen;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.Pages.Today;
using Microsoft.AspNetCore.Antiforgery;

namespace Dissemination.Web.Pages;

/// <summary>The pages: plain HTML that works on a cheap phone and needs no script; one helps to copy.</summary>
internal static class PagesSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services
            .AddSingleton<IProblemDetailsWriter, ErrorPages>()
            .AddSingleton<ItemViewReader>()
            .AddSingleton<OpenStreams>()
            .AddSingleton<SeenReader>()
            .AddSingleton<ApprovalReader>()
            .AddSingleton<MenuCounts>()
            .AddSingleton<LikeTexts>()
            .AddSingleton<RemarkReader>()
            .AddSingleton<SegmentReader>()
            .AddSingleton<VariantsReader>()
            .AddSingleton<ConversionReader>()
            .AddSingleton<TranslationViewReader>()
            .AddSingleton<InboxHandler>()
            .AddSingleton<TodayTexts>()
            .AddSingleton<TodayReader>()
            .AddSingleton<SloganReader>()
            .AddSingleton<TroublesHandler>();

    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints
            .MapGroup("")
            .ExcludeFromDescription()
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .AddEndpointFilter(PageAnswers.GuardAsync);
        pages.MapSignIn(endpoints.ServiceProvider);
        pages.MapOpenId(endpoints.ServiceProvider);
        pages.MapAccountPages();
        pages.MapAccessPages();
        pages.MapRecordPages();
        pages.MapStatusPages();
        pages.MapWork();
        pages.MapPreviewPages(endpoints.ServiceProvider);
        var open = pages.MapGroup("").AllowAnonymous();
        open.MapHome();
        open.MapPostPages();
        open.MapFeedPages();
        endpoints.MapOwnFiles();
        endpoints.MapWebFont();
    }

    /// <summary>Where people do their work, in its order.</summary>
    private static void MapWork(this IEndpointRouteBuilder pages)
    {
        pages.MapDraftItemPages();
        pages.MapHandInPages();
        pages.MapItemPages();
        pages.MapCalendarPages();
        pages.MapItemWayPages();
        pages.MapApprovalPages();
        pages.MapTroublePages();
        pages.MapConnectionPages();
        pages.MapDirectoryPages();
        pages.MapConnectPages();
        pages.MapOfferPages();
        pages.MapTodayPages();
        pages.MapSloganPages();
        pages.MapInboxPages();
        pages.MapTranslationPages();
        pages.MapExchangePages();
        pages.MapGlossaryPages();
        pages.MapMemoryPages();
        pages.MapSpellingPages();
        pages.MapAssignmentPages();
        pages.MapHandTaskPages();
        pages.MapHeldPages();
        pages.MapMeetingPages();
        pages.MapCampaignPages();
        pages.MapReportPages();
    }
}
