namespace Dissemination.Translation.Drafting;

/// <summary>The registrations of drafting help.</summary>
internal static class DraftingSetup
{
    public static IServiceCollection AddDrafting(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(TranslatorOptions.Section);
        services.AddOptions<TranslatorOptions>()
            .Configure(options =>
            {
                options.Endpoint = section[nameof(TranslatorOptions.Endpoint)];
                options.Key = section[nameof(TranslatorOptions.Key)];
                options.Region = section[nameof(TranslatorOptions.Region)];
            })
            .Validate(
                options => options.IsValid,
                $"{TranslatorOptions.Section} needs an {nameof(TranslatorOptions.Endpoint)} of https without a path (http on this machine alone) and a {nameof(TranslatorOptions.Key)}; or nothing at all.")
            .ValidateOnStart();
        services.AddSingleton<DraftTranslators>().AddSingleton<SpellingStore>();
        if (string.IsNullOrWhiteSpace(section[nameof(TranslatorOptions.Endpoint)]))
        {
            return services;
        }

        services.AddHttpClient(AzureTranslator.Client, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(30);
                client.MaxResponseContentBufferSize = 8 * 1024 * 1024;
            })
            // The key travels in a header, and drafts in the body: no log may have them.
            .RemoveAllLoggers()
            .UseSocketsHttpHandler(static (handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                handler.ActivityHeadersPropagator = null;
                handler.ConnectTimeout = TimeSpan.FromSeconds(8);
            });
        return services.AddSingleton<IDraftTranslator, AzureTranslator>();
    }
}
