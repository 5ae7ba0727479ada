using Dissemination.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Dissemination.Web.SignIn;

/// <summary>Who sends a request, and the keys that protect what browsers keep for the program.</summary>
internal static class SignInSetup
{
    /// <exception cref="InvalidOperationException">The sample sign-in is switched on where something of Azure's is.</exception>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("Dissemination");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new KeyBlobs(provider.GetRequiredService<Store>())));
        if (!SampleSignIn.IsWanted(configuration))
        {
            return services.AddSingleton<IPersonOfRequest, NobodySignedIn>();
        }

        if (SampleSignIn.FindAzure(configuration) is { } found)
        {
            throw new InvalidOperationException(
                $"The setting {SampleSignIn.Setting} lets everybody be anybody and is for one machine alone, but {found} is set here. "
                + "Take one of them away.");
        }

        services.AddSingleton<SamplePerson>();
        services.AddSingleton<IPersonOfRequest>(provider => provider.GetRequiredService<SamplePerson>());
        return services.AddSingleton<IChosenPerson>(provider => provider.GetRequiredService<SamplePerson>());
    }
}
