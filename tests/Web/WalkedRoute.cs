using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Dissemination.Tests.Web;

/// <summary>One address that the program answers, by one method.</summary>
internal sealed record WalkedRoute(string Method, RoutePattern Pattern)
{
    /// <summary>All of them, pages and API.</summary>
    public static IReadOnlyList<WalkedRoute> Of(IEnumerable<EndpointDataSource> sources) =>
    [
        .. from endpoint in sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           orderby endpoint.RoutePattern.RawText, method
           select new WalkedRoute(method, endpoint.RoutePattern),
    ];

    /// <summary>The address with a value for each of its parameters.</summary>
    public string Address(Func<string, string> valueOf) =>
        "/" + string.Join('/', Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => valueOf(parameter.Name),
            _ => "",
        }))));

    public override string ToString() => $"{Method} {Pattern.RawText}";
}
