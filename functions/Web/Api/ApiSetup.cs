namespace Dissemination.Web.Api;

/// <summary>The API: everything that the pages do can be done from outside too.</summary>
internal static class ApiSetup
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        services.AddProblemDetails();
        return services.AddOpenApi("v1");
    }

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api").RequireAuthorization();
        api.MapHandIns();
        api.MapItems();
        api.MapApprovals();
        api.MapTranslations();
        api.MapExchange();
        api.MapGlossary();
        api.MapMemory();
        api.MapSpelling();
        api.MapDeliveries();
        api.MapDeliveryLists();
        api.MapManyDeliveries();
        api.MapConnections();
        api.MapReach();
        api.MapAlerts();
        api.MapDirectory();
        endpoints.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }
}
