using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

internal static class HomePages
{
    /// <summary><c>/</c> answers at once: it asks storage nothing, not even who reads it.</summary>
    public static void MapHome(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/", ReadMethods.All, async (HttpContext context, IPersonOfRequest people) =>
            PageAnswers.Page<HomePage, HomeModel>(new(PageFrame.Of(context, Texts.SiteName), await people.ClaimedAsync(context))));
        pages.MapMethods(OfflineModel.Path, ReadMethods.All, (HttpContext context) =>
        {
            // The script asks whether the network is back.
            PageAnswers.AllowOwnScriptToSend(context);
            return PageAnswers.Page<OfflinePage, OfflineModel>(new(PageFrame.Of(context, Texts.OfflineTitle, OfflineModel.Path)));
        });
    }
}
