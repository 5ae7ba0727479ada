namespace Dissemination.Channels.Facebook;

/// <summary>The channel's registrations.</summary>
internal static class FacebookSetup
{
    /// <summary>A page of a hundred posts is far below.</summary>
    private const int LongestAnswer = 8 * 1024 * 1024;

    public static IServiceCollection AddFacebook(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FacebookOptions>()
            .Bind(configuration.GetSection(FacebookOptions.Section))
            .Validate(
                options => options.IsValid,
                $"{FacebookOptions.Section} needs a {nameof(FacebookOptions.BaseUrl)} of http or https without a path, a {nameof(FacebookOptions.Version)} like v24.0 and waits that are not negative.")
            .ValidateOnStart();
        services.AddChannelReads(FacebookClient.Reads, Configure).AddChannelSends(FacebookClient.Sends, Configure);
        services.AddSingleton<FacebookClient>().AddSingleton<FacebookReading>();
        return services.AddSingleton<FacebookChannel>().AddSingleton<IChannel>(provider => provider.GetRequiredService<FacebookChannel>());

        static void Configure(HttpClient client) => client.MaxResponseContentBufferSize = LongestAnswer;
    }
}
