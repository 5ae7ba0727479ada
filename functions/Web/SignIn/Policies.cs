using Dissemination.Directory;

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

    public static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        services.AddAuthentication(PersonAuthentication.Name)
            .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, PersonAuthentication>(
                PersonAuthentication.Name, configureOptions: null);
        services.AddAuthorizationBuilder()
            .AddPolicy(Staff, policy => policy.RequireRole(nameof(Role.Staff)))
            .AddPolicy(Approver, policy => policy.RequireRole(nameof(Role.Approver)))
            .AddPolicy(Communicator, policy => policy.RequireRole(nameof(Role.Communicator)))
            .AddPolicy(StaffOrApprover, policy => policy.RequireRole(nameof(Role.Staff), nameof(Role.Approver)))
            .AddPolicy(StaffOrCommunicator, policy => policy.RequireRole(nameof(Role.Staff), nameof(Role.Communicator)));
        return services;
    }
}
