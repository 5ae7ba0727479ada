using Dissemination.Translation.Drafting;
using Dissemination.Web.Api;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>The table of spellings in force, as a file to look at and to correct.</summary>
internal static class SpellingPages
{
    public const string Address = $"/spelling/{SpellingRows.File}";

    public static void MapSpellingPages(this IEndpointRouteBuilder pages) =>
        pages.MapGet(Address, SpellingEndpoints.FileAsync).RequireAuthorization(Policies.StaffOrCommunicator);
}
