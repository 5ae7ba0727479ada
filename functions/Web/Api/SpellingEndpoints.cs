using Dissemination.Translation.Drafting;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Api;

internal static class SpellingEndpoints
{
    public static void MapSpelling(this IEndpointRouteBuilder api) =>
        api.MapGet($"/spelling/{SpellingRows.File}", FileAsync)
            .WithSummary(
                "The table by which Mông texts are turned into their other spelling. Corrected, it is handed in as content: PUT "
                + "/api/content/spelling/mong-rpa-chv.csv.")
            .RequireAuthorization(Policies.StaffOrCommunicator)
            .Produces<byte[]>(StatusCodes.Status200OK, "text/csv");

    public static async Task<IResult> FileAsync(SpellingStore spellings, CancellationToken cancellationToken) =>
        TypedResults.File((await spellings.CurrentAsync(cancellationToken)).File.ToArray(), "text/csv; charset=utf-8", SpellingRows.File);
}
