namespace Dissemination.Channels.Zalo;

/// <summary>The channel's registrations.</summary>
internal static class ZaloSetup
{
    public static IServiceCollection AddZalo(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ZaloOptions, ZaloOptionsValidator>().BindConfiguration(ZaloOptions.Section);
        // A refresh is given less time than the one who refreshes holds the lock.
        services.AddChannelReads(ZaloClient.Reads).AddChannelSends(ZaloClient.Sends)
            .AddChannelSends(ZaloClient.Tokens, client => client.Timeout = ZaloTokens.AnswerWithin);
        services.AddSingleton<ZaloClient>().AddSingleton<ZaloChains>().AddSingleton<ZaloTokens>().AddSingleton<ZaloCalls>();
        services.AddSingleton<ZaloGroups>().AddSingleton<ZaloArticles>().AddSingleton<ZaloReadBack>().AddSingleton<ZaloPlaces>();
        services.AddSingleton<ZaloMeasuring>();
        return services.AddSingleton<ZaloChannel>().AddSingleton<IChannel>(provider => provider.GetRequiredService<ZaloChannel>());
    }
}
