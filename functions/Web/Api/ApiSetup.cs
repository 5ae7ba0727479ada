using Dissemination.Web.SignIn;

namespace Dissemination.Web.Api;

/// <summary>The API: everything that the pages do can be done from outside too.</summary>
internal static class ApiSetup
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            Refusal.Note(context.HttpContext, context.ProblemDetails));
        return services.AddOpenApi("v1");
    }

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api").RequireAuthorization();
        var office = api.MapGroup("").OpenTo(TokenScope.HandIn);
        office.MapHandIns();
        office.MapDrafts();
        office.MapItems();
        var texts = api.MapGroup("").OpenTo(TokenScope.Translate);
        texts.MapTranslations();
        texts.MapExchange();
        texts.MapGlossary();
        texts.MapMemory();
        texts.MapSpelling();
        var work = api.MapGroup("").OpenTo(TokenScope.Deliver);
        work.MapDeliveries();
        work.MapDeliveryLists();
        work.MapManyDeliveries();
        work.MapConnections();
        work.MapAlerts();
        api.MapApprovals();
        api.MapReach();
        api.MapMeetings();
        api.MapDirectory();
        api.MapRecord();
        endpoints.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }
}
