using Dissemination.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Dissemination.Web.SignIn;

/// <summary>Who sends a request, and the keys that protect what browsers keep for the program.</summary>
internal static class SignInSetup
{
    /// <exception cref="InvalidOperationException">The sample sign-in is on where something of Azure's is, or a provider.</exception>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("Dissemination").SealKeys(configuration);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new KeyBlobs(
                provider.GetRequiredService<Store>(), !string.IsNullOrEmpty(configuration[KeyCertificates.Setting]))));
        services.AddOptionsWithValidateOnStart<OpenIdOptions, OpenIdOptionsValidator>().BindConfiguration(OpenIdOptions.Section);
        services.AddSingleton<SessionEndings>().AddSingleton<KeptFormStore>().AddSingleton<AccountNote>();
        services.AddSingleton<AccessRecord>().AddSingleton<AccessTokenStore>().AddSingleton<TokenPerson>();
        var hasProvider = !string.IsNullOrWhiteSpace(configuration[$"{OpenIdOptions.Section}:{nameof(OpenIdOptions.Authority)}"]);
        if (!SampleSignIn.IsWanted(configuration))
        {
            return hasProvider ? services.AddOpenId() : services.AddSingleton<IPersonOfRequest, NobodySignedIn>();
        }

        var ofProvider = hasProvider ? $"{OpenIdOptions.Section}:{nameof(OpenIdOptions.Authority)}" : null;
        if ((ofProvider ?? SampleSignIn.FindAzure(configuration)) is { } found)
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
