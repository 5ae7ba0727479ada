namespace Dissemination.Channels.Facebook;

/// <summary>The channel's registrations.</summary>
internal static class FacebookSetup
{
    /// <summary>A page of a hundred posts is far below.</summary>
    private const int LongestAnswer = 8 * 1024 * 1024;

    public static IServiceCollection AddFacebook(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<FacebookOptions, FacebookOptionsValidator>().BindConfiguration(FacebookOptions.Section);
        services.AddChannelReads(FacebookClient.Reads, Configure).AddChannelSends(FacebookClient.Sends, Configure);
        services.AddSingleton<FacebookClient>().AddSingleton<FacebookReading>().AddSingleton<FacebookMeasuring>();
        return services.AddSingleton<FacebookChannel>().AddSingleton<IChannel>(provider => provider.GetRequiredService<FacebookChannel>());

        static void Configure(HttpClient client) => client.MaxResponseContentBufferSize = LongestAnswer;
    }
}
