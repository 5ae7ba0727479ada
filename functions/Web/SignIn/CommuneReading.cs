using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Api;

namespace Dissemination.Web.SignIn;

/// <summary>Whose deliveries and tasks a person reads: one rule for pages and API.</summary>
internal static class CommuneReading
{
    private const string Parameter = "commune";

    /// <summary>
    /// Refuses who asks for the work of a commune that is not his or hers to read, named as <c>commune</c> in the address or by a
    /// delivery's id.
    /// </summary>
    public static RouteGroupBuilder LimitToOwnCommune(this RouteGroupBuilder group) => group.AddEndpointFilter(CheckAsync);

    /// <summary>The commune that a list is narrowed to; null for all.</summary>
    public static CommuneId? CommuneOf(this CurrentPerson reader, CommuneId? asked) =>
        asked ?? (reader.Person.ReadsAllCommunes ? null : reader.Person.Commune);

    private static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var reader = CurrentPerson.Of(context).Person;
        if (reader.ReadsAllCommunes)
        {
            return await next(invocation);
        }

        // What a commune did that was merged is its successor's; who has no commune reads none.
        var directory = await context.RequestServices.GetRequiredService<DirectoryStore>().CurrentAsync(context.RequestAborted);
        var foreign = Asked(context).Append(reader.Commune ?? default).OfType<CommuneId>()
            .Where(commune => commune.Value is null || !reader.Reads(directory.Successor(commune)));
        return foreign.Select(commune => commune.Value ?? "").FirstOrDefault() is { } name
            ? ProblemAnswers.Of(new(nameof(ProblemTexts.NotYourCommune), null, name))
            : await next(invocation);
    }

    private static IEnumerable<CommuneId?> Asked(HttpContext context) =>
    [
        IStringId<CommuneId>.Find(context.Request.Query[Parameter]),
        IStringId<CommuneId>.Find(context.GetRouteValue(Parameter) as string),
        IStringId<DeliveryId>.Find(context.GetRouteValue("id") as string)?.Destination.Commune,
    ];
}
