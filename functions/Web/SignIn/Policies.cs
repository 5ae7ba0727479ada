using Dissemination.Channels.Website;
using Dissemination.Directory;
using Microsoft.AspNetCore.Authorization;

namespace Dissemination.Web.SignIn;

/// <summary>Who may do what, by role.</summary>
internal static class Policies
{
    /// <summary>Hand in, follow, retry.</summary>
    public const string Staff = nameof(Role.Staff);

    public const string Approver = nameof(Role.Approver);

    public const string Communicator = nameof(Role.Communicator);

    /// <summary>Withdraw an item.</summary>
    public const string StaffOrApprover = "StaffOrApprover";

    /// <summary>Act on deliveries.</summary>
    public const string StaffOrCommunicator = "StaffOrCommunicator";

    /// <summary>Read what all communes do.</summary>
    public const string Province = "Province";

    /// <summary>
    /// Open to all, and told who asks where somebody is signed in. What is open to all and asks nothing is marked as anonymous instead.
    /// </summary>
    public const string Anybody = nameof(Anybody);

    public static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        services.AddAuthentication(PersonAuthentication.Name)
            .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, PersonAuthentication>(
                PersonAuthentication.Name, configureOptions: null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(IsSignedInOrNowhere).Build())
            .AddPolicy(Anybody, policy => policy.RequireAssertion(_ => true))
            .AddPolicy(Staff, policy => policy.RequireRole(nameof(Role.Staff)))
            .AddPolicy(Approver, policy => policy.RequireRole(nameof(Role.Approver)))
            .AddPolicy(Communicator, policy => policy.RequireRole(nameof(Role.Communicator)))
            .AddPolicy(StaffOrApprover, policy => policy.RequireRole(nameof(Role.Staff), nameof(Role.Approver)))
            .AddPolicy(Province, policy => policy.RequireRole(nameof(Role.Staff), nameof(Role.Approver), nameof(Role.Leader)))
            .AddPolicy(StaffOrCommunicator, policy => policy.RequireRole(nameof(Role.Staff), nameof(Role.Communicator)));
        return services;
    }

    /// <summary>What says nothing of who may come in is closed; where nothing is, people are told so.</summary>
    private static bool IsSignedInOrNowhere(AuthorizationHandlerContext context) =>
        context.User.Identity is { IsAuthenticated: true }
        || (context.Resource is HttpContext http
            && (http.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<OpenToAll>() is not null));
}
