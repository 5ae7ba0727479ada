using Dissemination.Directory;
using Dissemination.Reports.Calendar;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Public;

/// <summary>
/// The calendar for programs that subscribe to it. They send no more than an address, so the address holds a token, which staff make for
/// this alone and can revoke; it is good as long as whoever made it works for the province.
/// </summary>
internal static class CalendarFeed
{
    /// <summary>How many days back, and how many ahead, it tells of.</summary>
    private const int DaysBack = 31, DaysAhead = 120;

    /// <summary>The address of a feed, without the site.</summary>
    public static string AddressOf(string token) => $"/calendar/feed/{token}.ics";

    public static void MapCalendarFeed(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/calendar/feed/{token}.ics", ReadAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(
        string token, HttpContext context, TokenPerson people, CalendarReader calendar, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        if (await people.FindAsync(token, cancellationToken) is not { Token: { } known, Person: var person }
            || !known.Scopes.Contains(TokenScope.Calendar)
            || !(person.Is(Role.Staff) || person.Is(Role.Approver)))
        {
            return Results.NotFound();
        }

        var today = LocalTime.DayOf(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var input = await calendar.ReadAsync(today.AddDays(-DaysBack), today.AddDays(DaysAhead), cancellationToken);
        var site = $"{context.Request.Scheme}://{context.Request.Host}";
        return Results.Text(
            CalendarFile.Write(CalendarEntries.Of(input, new()), site, input.Now), CalendarFile.ContentType);
    }
}
