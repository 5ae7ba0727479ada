namespace Dissemination.Translation.Drafting;

/// <summary>The registrations of drafting help.</summary>
internal static class DraftingSetup
{
    public static IServiceCollection AddDrafting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<TranslatorOptions, TranslatorOptionsValidator>().BindConfiguration(TranslatorOptions.Section);
        services.AddSingleton<DraftTranslators>().AddSingleton<SpellingStore>();
        if (string.IsNullOrWhiteSpace(configuration[$"{TranslatorOptions.Section}:{nameof(TranslatorOptions.Endpoint)}"]))
        {
            return services;
        }

        services.AddHttpClient(AzureTranslator.Client, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(15);
                client.MaxResponseContentBufferSize = 8 * 1024 * 1024;
            })
            // The key travels in a header, and drafts in the body: no log may have them.
            .RemoveAllLoggers()
            .UseSocketsHttpHandler(static (handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                handler.ActivityHeadersPropagator = null;
                handler.ConnectTimeout = TimeSpan.FromSeconds(5);
            });
        return services.AddSingleton<IDraftTranslator, AzureTranslator>();
    }
}
